package io.tidemark.collect.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tools are shell scripts")
class ToolsTest {
    @TempDir
    private Path directory;

    private String install(String place, String name, String script) throws IOException {
        Path file = directory.resolve(place).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }

    private Tools tools(String configuration, String path) {
        return new Tools(configuration, Map.of("PATH", path), Duration.ofSeconds(30));
    }

    @Test
    void nm_ofLlvm_isPreferred() throws IOException {
        String gnu = install("a", "nm", "");
        assertThat(tools("", directory + "/a:/nowhere").nm()).contains(gnu);
        String llvm = install("b", "llvm-nm", "");
        assertThat(tools("", directory + "/a:" + directory + "/b").nm()).contains(llvm);
    }

    @Test
    void find_configuredTool_isLookedForThereFirst() throws IOException {
        String one = install("one", "addr2line", "");
        String two = install("two", "addr2line", "");
        String path = directory + "/one";
        assertThat(tools("addr2line:" + directory + "/two", path).addr2line()).contains(two);
        assertThat(tools("addr2line:" + directory + "/none,", path).addr2line()).contains(one);
        assertThat(tools("nm:" + directory + "/two", path).addr2line())
                .as("no directory for all tools, so no PATH")
                .isEmpty();
        assertThat(tools(directory + "/none," + directory + "/two", path).addr2line())
                .contains(two);
    }

    @Test
    void find_directoryOrPlainFile_isNoTool() throws IOException {
        Files.createDirectories(directory.resolve("a/nm"));
        Files.writeString(directory.resolve("a/addr2line"), "");
        Tools tools = tools("", directory + "/a");
        assertThat(tools.nm()).isEmpty();
        assertThat(tools.addr2line()).isEmpty();
    }

    @Test
    void objdump_tooOldLlvm_isPassedOver() throws IOException {
        install("a", "llvm-objdump", "echo 'LLVM version 7.0.1'");
        String gnu = install("a", "objdump", "echo 'GNU objdump (GNU Binutils for Debian) 2.40'");
        assertThat(tools("", directory + "/a").objdump()).contains(new Tools.Disassembler(gnu, false));
        String llvm = install("b", "llvm-objdump", "echo 'Debian LLVM version 14.0.6'");
        assertThat(tools(directory + "/b," + directory + "/a", "").objdump())
                .contains(new Tools.Disassembler(llvm, true));
    }

    @Test
    void isNewLlvm_versions_areUnderstood() {
        assertThat(Tools.isNewLlvm("LLVM (http://llvm.org/):\n  LLVM version 8.0.0\n"))
                .isTrue();
        assertThat(Tools.isNewLlvm("LLVM version custom-trunk 124ffeb592a00bfe"))
                .isTrue();
        assertThat(Tools.isNewLlvm("LLVM version 7.1.0")).isFalse();
        assertThat(Tools.isNewLlvm("LLVM version 99999999999999999999.1.0")).isFalse();
        assertThat(Tools.isNewLlvm("GNU objdump (GNU Binutils) 2.35")).isFalse();
    }
}
