package io.tidemark.model.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;

/** profile.proto for protobuf-java, with a schema built by hand: generated code would need protoc, and says no more. */
final class ProtobufOracle {
    /** Each message with the types of its fields, which are numbered from 1; {@code *} is repeated. */
    private static final String SCHEMA = """
            Profile *ValueType *Sample *Mapping *Location *Function *bytes int64 int64 int64 int64 ValueType int64 *int64 int64 int64
            ValueType int64 int64
            Sample *uint64 *int64 *Label
            Label int64 int64 int64 int64
            Mapping uint64 uint64 uint64 uint64 int64 int64 bool bool bool bool
            Location uint64 uint64 uint64 *Line bool
            Line uint64 int64 int64
            Function uint64 int64 int64 int64 int64
            """;

    private final FileDescriptor file;

    /** For repeated numbers in one field together, or each in a field of its own. */
    ProtobufOracle(boolean isPacked) throws DescriptorValidationException {
        FileDescriptorProto.Builder schema =
                FileDescriptorProto.newBuilder().setName("profile.proto").setSyntax("proto3");
        for (String message : SCHEMA.lines().toList()) {
            String[] words = message.split(" ", -1);
            DescriptorProto.Builder type = schema.addMessageTypeBuilder().setName(words[0]);
            for (int number = 1; number < words.length; number++) {
                type.addField(field(number, words[number], isPacked));
            }
        }
        file = FileDescriptor.buildFrom(schema.build(), new FileDescriptor[0]);
    }

    private static FieldDescriptorProto field(int number, String description, boolean isPacked) {
        boolean isRepeated = description.startsWith("*");
        String type = isRepeated ? description.substring(1) : description;
        FieldDescriptorProto.Builder field = FieldDescriptorProto.newBuilder()
                .setName("f" + number)
                .setNumber(number)
                .setLabel(
                        isRepeated
                                ? FieldDescriptorProto.Label.LABEL_REPEATED
                                : FieldDescriptorProto.Label.LABEL_OPTIONAL);
        if (isRepeated && type.endsWith("int64")) {
            field.setOptions(FieldOptions.newBuilder().setPacked(isPacked));
        }
        return switch (type) {
            case "int64" -> field.setType(FieldDescriptorProto.Type.TYPE_INT64).build();
            case "uint64" ->
                field.setType(FieldDescriptorProto.Type.TYPE_UINT64).build();
            case "bool" -> field.setType(FieldDescriptorProto.Type.TYPE_BOOL).build();
            case "bytes" -> field.setType(FieldDescriptorProto.Type.TYPE_BYTES).build(); // texts need not be UTF-8
            default ->
                field.setType(FieldDescriptorProto.Type.TYPE_MESSAGE)
                        .setTypeName(type)
                        .build();
        };
    }

    /** An empty message of a type, to fill. */
    Message message(String type) {
        return new Message(DynamicMessage.newBuilder(file.findMessageTypeByName(type)));
    }

    /** A profile in protobuf-java's eyes; a field that the schema does not have is refused. */
    Message parse(byte[] profile) throws InvalidProtocolBufferException {
        DynamicMessage.Builder builder = DynamicMessage.newBuilder(file.findMessageTypeByName("Profile"));
        builder.mergeFrom(profile);
        if (!builder.getUnknownFields().asMap().isEmpty()) {
            throw new InvalidProtocolBufferException("unknown fields " + builder.getUnknownFields());
        }
        return new Message(builder);
    }

    /** A message by the numbers of its fields. */
    static final class Message {
        private final DynamicMessage.Builder builder;

        Message(DynamicMessage.Builder builder) {
            this.builder = builder;
        }

        byte[] toByteArray() {
            return builder.build().toByteArray();
        }

        private FieldDescriptor field(int number) {
            return builder.getDescriptorForType().findFieldByNumber(number);
        }

        Message set(int number, long value) {
            builder.setField(field(number), value);
            return this;
        }

        Message set(int number, boolean value) {
            builder.setField(field(number), value);
            return this;
        }

        Message set(int number, Message value) {
            builder.setField(field(number), value.builder.build());
            return this;
        }

        Message add(int number, long value) {
            builder.addRepeatedField(field(number), value);
            return this;
        }

        Message add(int number, Message value) {
            builder.addRepeatedField(field(number), value.builder.build());
            return this;
        }

        Message add(int number, byte[] value) {
            builder.addRepeatedField(field(number), ByteString.copyFrom(value));
            return this;
        }

        long number(int number) {
            return (Long) builder.getField(field(number));
        }

        boolean flag(int number) {
            return (Boolean) builder.getField(field(number));
        }

        Message message(int number) {
            return new Message(((DynamicMessage) builder.getField(field(number))).toBuilder());
        }

        List<Message> messages(int number) {
            List<Message> messages = new ArrayList<>();
            for (int i = 0; i < builder.getRepeatedFieldCount(field(number)); i++) {
                messages.add(new Message(((DynamicMessage) builder.getRepeatedField(field(number), i)).toBuilder()));
            }
            return messages;
        }

        List<Long> numbers(int number) {
            List<Long> numbers = new ArrayList<>();
            for (int i = 0; i < builder.getRepeatedFieldCount(field(number)); i++) {
                numbers.add((Long) builder.getRepeatedField(field(number), i));
            }
            return numbers;
        }

        byte[] bytes(int number, long index) {
            return ((ByteString) builder.getRepeatedField(field(number), (int) index)).toByteArray();
        }
    }
}
