package io.tidemark.analysis.json;

import io.tidemark.model.json.JsonWriter;
import io.tidemark.model.profile.LabelSet;
import java.io.IOException;
import java.util.Map;

/** The labels of a sample: the texts and the numbers of each key. */
final class JsonLabels {
    private JsonLabels() {}

    /**
     * Writes the members that a sample has for its labels; none for none.
     *
     * @param units the units of numbers that don't have one themselves, by key
     */
    static void write(JsonWriter json, LabelSet labels, Map<String, String> units) throws IOException {
        if (labels.textCount() > 0) {
            json.name("labels").beginObject();
            for (int i = 0; i < labels.textCount(); ) {
                String key = labels.textKey(i);
                json.name(key).beginArray();
                for (; i < labels.textCount() && labels.textKey(i).equals(key); i++) {
                    json.value(labels.textValue(i));
                }
                json.end();
            }
            json.end();
        }
        if (labels.numberCount() > 0) {
            json.name("numbers").beginObject();
            for (int i = 0; i < labels.numberCount(); ) {
                String key = labels.numberKey(i);
                json.name(key).beginArray();
                for (; i < labels.numberCount() && labels.numberKey(i).equals(key); i++) {
                    String unit = labels.unit(i).isEmpty() ? units.getOrDefault(key, "") : labels.unit(i);
                    json.beginObject()
                            .member("value", labels.number(i))
                            .member("unit", unit)
                            .end();
                }
                json.end();
            }
            json.end();
        }
    }
}
