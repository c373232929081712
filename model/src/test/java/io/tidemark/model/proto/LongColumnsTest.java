package io.tidemark.model.proto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongColumnsTest {
    @Test
    void get_rowsOfManyPieces_areWhatWasSet() throws Exception {
        LongColumns columns = new LongColumns(3);
        for (int row = 0; row < 1_000; row++) {
            columns.add();
            columns.set(0, row);
            columns.set(2, -row);
        }

        assertThat(columns.size()).isEqualTo(1_000);
        for (int row = 0; row < 1_000; row++) {
            assertThat(columns.get(row, 0)).isEqualTo(row);
            assertThat(columns.get(row, 1)).isZero();
            assertThat(columns.get(row, 2)).isEqualTo(-row);
        }
    }
}
