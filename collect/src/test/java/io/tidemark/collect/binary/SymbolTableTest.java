package io.tidemark.collect.binary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SymbolTableTest {
    private static SymbolTable table(String... lines) {
        SymbolTable table = new SymbolTable();
        for (String line : lines) {
            table.add(line);
        }
        return table;
    }

    @Test
    void name_addressInCode_isTheSymbolBefore() {
        SymbolTable table = table("a T 1000 10", "b t 2000 10", "c T 3000 10");
        assertThat(table.name(0xfff)).isEmpty();
        assertThat(table.name(0x1000)).contains("a");
        assertThat(table.name(0x1fff)).as("beyond the size").contains("a");
        assertThat(table.name(0x2001)).contains("b");
        assertThat(table.name(0x300f)).contains("c");
        assertThat(table.name(0x3010)).isEmpty();
    }

    @Test
    void name_addressInData_mustBeWithinTheSize() {
        SymbolTable table = table("a D 1000 10", "b W 2000 10", "end T 9000 1");
        assertThat(table.name(0x100f)).contains("a");
        assertThat(table.name(0x1010)).isEmpty();
        assertThat(table.name(0x2010)).isEmpty();
    }

    @Test
    void add_otherLines_areLeftOut() {
        SymbolTable table = table("printf U", "", "a T zz 10", "a T 10 11 12", "  b T ffffffffff600000 10  ");
        assertThat(table.name(0xffffffffff600001L)).contains("b");
        assertThat(table.name(0x10)).isEmpty();
    }
}
