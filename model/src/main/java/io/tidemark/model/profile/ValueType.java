package io.tidemark.model.profile;

import java.util.Objects;

/**
 * What a number of a sample counts and in which unit, such as {@code inuse_space} in {@code bytes}.
 *
 * @param type what is counted: {@code cpu}, {@code alloc_objects}, {@code contentions}; may be empty
 * @param unit the unit of the number: {@code bytes}, {@code count}, {@code nanoseconds}; may be empty
 */
public record ValueType(String type, String unit) {
    /** No type and no unit: what a profile without a period has. */
    public static final ValueType NONE = new ValueType("", "");

    public ValueType {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
    }

    /** The same type in another unit. */
    public ValueType withUnit(String newUnit) {
        return newUnit.equals(unit) ? this : new ValueType(type, newUnit);
    }

    /** {@code type/unit}, as in {@code inuse_space/bytes}. */
    @Override
    public String toString() {
        return type + "/" + unit;
    }
}
