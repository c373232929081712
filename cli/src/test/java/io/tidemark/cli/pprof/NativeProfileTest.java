package io.tidemark.cli.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.console.FakeConsole;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.proto.ProfileProtoWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command on a profile of a native program; the tools are scripts that know the answers. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tools are shell scripts")
class NativeProfileTest {
    @TempDir
    private Path directory;

    private final FakeConsole console = new FakeConsole("");

    @BeforeEach
    void install() throws IOException {
        tool("nm", """
                case "$1" in
                -n) echo '0000000000401000 T work'; echo '0000000000401010 T main' ;;
                *) echo 'work T 401000 10'; echo 'main T 401010 10' ;;
                esac""");
        tool("llvm-symbolizer", """
                while read kind address; do
                  case $address in
                  0x401004) echo '{"Symbol":[{"FunctionName":"work","FileName":"/src/work.c","Line":2}]}' ;;
                  *) echo '{"Symbol":[{"FunctionName":"main","FileName":"/src/work.c","Line":5}]}' ;;
                  esac
                done""");
        tool("objdump", """
                case "$1" in
                --version) echo 'GNU objdump 2.40' ;;
                *) printf 'work():\\n/src/work.c:2\\n 401000:\\tpush\\n 401004:\\tret\\n' ;;
                esac""");
        console.environment("PPROF_TOOLS", directory.resolve("bin").toString());
        binary();
        profile();
        Path source = directory.resolve("src/work.c");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "int work() {\n  return 1;\n}\nint main() {\n  work();\n}\n");
    }

    private void tool(String name, String script) throws IOException {
        Path file = directory.resolve("bin").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The head of an ELF program for fixed addresses, which has nothing else. */
    private void binary() throws IOException {
        ByteBuffer elf = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        elf.putInt(0x464C457F).put((byte) 2).put((byte) 1).putShort(16, (short) 2);
        Files.write(directory.resolve("app"), elf.array());
    }

    private void profile() throws IOException {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("cpu", "milliseconds")));
        String file = directory.resolve("app").toString();
        int app = b.mapping(new Mapping(1, 0x401000, 0x402000, 0x1000, file, "", Mapping.Symbols.NONE));
        int work = b.location(1, app, 0x401004, false);
        int main = b.location(2, app, 0x401014, false);
        b.sample(LabelSet.EMPTY, new int[] {work, main}, 30);
        b.sample(LabelSet.EMPTY, new int[] {main}, 10);
        try (OutputStream out = Files.newOutputStream(directory.resolve("cpu.pb.gz"))) {
            ProfileProtoWriter.write(b.build(), out);
        }
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = directory.resolve("cpu.pb.gz").toString();
        return new PprofCommand(console.console()).run(List.of(all));
    }

    @Test
    void run_top_symbolises() {
        assertThat(run("-top")).isZero();
        assertThat(console.out()).contains("30ms 75.00% 75.00%       30ms 75.00%  work", "40ms   100%  main");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void run_topWithoutSymbols_showsTheBinary() {
        assertThat(run("-top", "-symbolize=none")).isZero();
        assertThat(console.out()).contains("[app]");
    }

    @Test
    void run_list_showsTheSource() {
        assertThat(run("-list=work", "-trim_path=/src", "-source_path=" + directory + "/src"))
                .isZero();
        assertThat(console.out()).isEqualTo("""
                Total: 40ms
                ROUTINE ======================== work in work.c
                      30ms       30ms (flat, cum) 75.00% of Total
                         .          .      1:int work() {
                      30ms       30ms      2:  return 1;
                         .          .      3:}
                         .          .      4:int main() {
                         .          .      5:  work();
                         .          .      6:}
                """);
    }

    @Test
    void run_disasm_showsTheInstructions() {
        assertThat(run("-disasm=work")).isZero();
        assertThat(console.out()).isEqualTo("""
                Total: 40ms
                ROUTINE ======================== work
                      30ms       30ms (flat, cum) 75.00% of Total
                         .          .     401000: push                                    ;work work.c:2
                      30ms       30ms     401004: ret
                """);
    }

    @Test
    void run_disasmOfMissingBinary_saysSoWhereTheReportGoes() throws IOException {
        Files.delete(directory.resolve("app"));
        assertThat(run("-disasm=app")).isEqualTo(2);
        assertThat(console.out()).isEqualTo("stat " + directory + "/app: no such file or directory\n");
        assertThat(console.err()).endsWith("tidemark: no matches found for regexp app\n");
    }

    @Test
    void run_weblist_writesAPage() throws IOException {
        Path page = directory.resolve("page.html");
        assertThat(run("-weblist=work", "-trim_path=/src", "-source_path=" + directory + "/src", "-output=" + page))
                .isZero();
        assertThat(Files.readString(page)).contains("<h2>work</h2>", "return 1;</summary>", "401004: ret");
    }

    @Test
    void run_listOfNothing_isOneLine() {
        assertThat(run("-list=nosuch")).isEqualTo(2);
        assertThat(console.err()).isEqualTo("tidemark: no matches found for regexp: nosuch\n");
    }
}
