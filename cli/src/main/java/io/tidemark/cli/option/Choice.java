package io.tidemark.cli.option;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A value that is one of the constants of an enum, in small letters and with hyphens: {@code HEAP_GROWTH} is {@code
 * heap-growth}. It is the converter of an option, and its candidates for completion.
 */
public abstract class Choice<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
    private final List<E> constants;

    protected Choice(Class<E> type) {
        this.constants = List.of(type.getEnumConstants());
    }

    @Override
    public E convert(String text) {
        for (E constant : constants) {
            if (label(constant).equals(text)) {
                return constant;
            }
        }
        List<String> labels = labels();
        int last = labels.size() - 1;
        throw new TypeConversionException(
                text + " (expected " + String.join(", ", labels.subList(0, last)) + " or " + labels.get(last) + ")");
    }

    @Override
    public Iterator<String> iterator() {
        return labels().iterator();
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        constants.forEach(constant -> labels.add(label(constant)));
        return labels;
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
