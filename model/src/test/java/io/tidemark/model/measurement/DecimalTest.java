package io.tidemark.model.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalTest {
    @Test
    void fixed_randomNumbers_areRoundedExactly() {
        Random random = new Random(42);
        for (int i = 0; i < 200_000; i++) {
            double value =
                    switch (i % 4) {
                        case 0 -> random.nextInt(1_000_000) / 8.0; // many ties
                        case 1 -> random.nextInt(1_000_000) / 1000.0;
                        case 2 -> random.nextDouble() * Math.pow(10, random.nextInt(14));
                        default -> random.nextGaussian();
                    };
            String exact =
                    new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
            String expected = value < 0 && !exact.startsWith("-") ? "-" + exact : exact;
            assertThat(Decimal.fixed(value, 2)).as("%s", value).isEqualTo(expected);
        }
    }

    @Test
    void significant_randomNumbers_areRoundedExactly() {
        Random random = new Random(42);
        for (int i = 0; i < 200_000; i++) {
            double value =
                    switch (i % 4) {
                        case 0 -> random.nextInt(-2000, 2000) / 2048.0; // many ties
                        case 1 -> random.nextInt(1, 10_000) / 10_000.0 + (i % 3 - 1) * 0x1p-54;
                        case 2 -> random.nextDouble() * Math.pow(10, -random.nextInt(5));
                        default -> random.nextGaussian();
                    };
            BigDecimal exact = new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_EVEN));
            if (Math.abs(value) >= 1e-4 && Math.abs(value) < 10) {
                assertThat(Decimal.significant(value, 2))
                        .as("%s", value)
                        .isEqualTo(exact.stripTrailingZeros().toPlainString());
            }
        }
    }
}
