package io.tidemark.analysis.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.model.code.Instruction;
import io.tidemark.model.code.Symbol;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssemblyListingTest {
    private static final FakeBinaries BINARIES = FakeBinaries.of(
            "/bin/app",
            List.of(
                    new Symbol(List.of("_start"), 0x100, 0x10f),
                    new Symbol(List.of("work", "alias"), 0x110, 0x12f),
                    new Symbol(List.of("work2"), 0x130, 0x13f)),
            List.of(
                    new Instruction(0x110, "push", "work", "/src/a.c", 3),
                    new Instruction(0x111, "call   " + "x".repeat(40), "work", "/src/a.c", 4),
                    new Instruction(0x118, "nop", "", "", 0),
                    new Instruction(0x119, "ret", "work", "/src/a.c", 5)),
            Map.of());

    private final List<String> problems = new ArrayList<>();

    private static Profile profile() throws MalformedProfileException {
        ProfileBuilder b = new ProfileBuilder(List.of(ListingOptions.SPACE));
        b.mapping(new Mapping(1, 0x5000, 0x6000, 0, "/bin/app", "", Mapping.Symbols.NONE));
        b.mapping(new Mapping(2, 0x7000, 0x8000, 0, "[vdso]", "", Mapping.Symbols.NONE));
        int call = location(b, 0, 0x5111, "work", 4);
        int after = location(b, 0, 0x5112, "work", 4);
        int last = location(b, 0, 0x5119, "work", 5);
        int unknown = b.location(9, 0, 0x5118, false);
        int other = location(b, 1, 0x7010, "clock_gettime", 0);
        b.sample(LabelSet.EMPTY, new int[] {call, last}, 1024);
        b.sample(LabelSet.EMPTY, new int[] {after}, 512);
        b.sample(LabelSet.EMPTY, new int[] {other, unknown}, 512);
        return b.build();
    }

    private static int location(ProfileBuilder b, int mapping, long address, String function, long line) {
        int location = b.location(b.locationCount() + 1, mapping, address, false);
        b.line(b.function(function, "/src/a.c"), line, 0);
        return location;
    }

    private String disassemble(String symbol) throws IOException, ReportException {
        Report report = Report.of(profile(), ListingOptions.of(symbol));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextOutput out = new TextOutput(bytes);
        AssemblyListing.write(report, BINARIES, problems::add, out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void write_functionThatMatches_showsItsInstructions() throws Exception {
        assertThat(disassemble("work")).isEqualTo("""
                        Total: 2kB
                        ROUTINE ======================== work
                            AKA ======================== alias
                            1.50kB        3kB (flat, cum) 150.00% of Total
                                 .          .        110: push                                    ;work a.c:3
                        GAP;work a.c:4
                            1.50kB     1.50kB        111: call   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                                 .       512B        118: nop
                                 .        1kB        119: ret                                     ;work a.c:5
                        """.replace("GAP", " ".repeat(74)));
        assertThat(problems).isEmpty();
        assertThat(BINARIES.closed()).contains("/bin/app");
    }

    @Test
    void write_address_showsTheSymbolThere() throws Exception {
        assertThat(disassemble("0x5118")).contains("ROUTINE ======================== work\n    AKA");
        assertThatThrownBy(() -> disassemble("0x5100"))
                .hasMessage("address 0x5100 found in binary, but the corresponding symbols do not have samples in the"
                        + " profile");
        assertThatThrownBy(() -> disassemble("0x5f00")).hasMessage("no matches found for address 0x5f00");
    }

    @Test
    void write_binaryThatIsMissing_isReported() throws Exception {
        assertThatThrownBy(() -> disassemble("clock")).hasMessage("no matches found for regexp clock");
        assertThat(problems).containsExactly("stat [vdso]: no such file or directory");
        problems.clear();
        assertThat(disassemble("work|clock")).startsWith("Total: 2kB\nROUTINE");
        assertThat(problems).containsExactly("stat [vdso]: no such file or directory");
    }

    @Test
    void parse_addresses_areThoseOfGo() {
        assertThat(SymbolAddress.parse("0xffffffff81000000")).hasValue(0xffffffff81000000L);
        assertThat(SymbolAddress.parse("4198400")).hasValue(0x401000);
        assertThat(SymbolAddress.parse("017")).hasValue(15);
        assertThat(SymbolAddress.parse("0b101")).hasValue(5);
        assertThat(SymbolAddress.parse("0o17")).hasValue(15);
        assertThat(SymbolAddress.parse("0")).hasValue(0);
        for (String other : List.of("", "0x", "main", "-1", "+1", "0x+1", "08", "0z1", "99999999999999999999")) {
            assertThat(SymbolAddress.parse(other)).as(other).isEmpty();
        }
    }
}
