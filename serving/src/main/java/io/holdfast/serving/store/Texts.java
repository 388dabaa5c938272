package io.holdfast.serving.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.json.StrictJson;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Texts in several languages as one column: a JSON object by language tag. */
final class Texts {
    private static final ObjectMapper JSON = StrictJson.strict(StreamReadConstraints.defaults());
    private static final TypeReference<Map<String, String>> BY_TAG = new TypeReference<>() {};

    private Texts() {}

    static String write(LocalizedText text) {
        Map<String, String> byTag = new TreeMap<>();
        text.texts().forEach((language, words) -> byTag.put(language.tag(), words));
        try {
            return JSON.writeValueAsString(byTag);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LocalizedText read(String column) {
        try {
            Map<String, String> byTag = JSON.readValue(column, BY_TAG);
            Map<Language, String> texts = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                String words = byTag.get(language.tag());
                if (words != null) {
                    texts.put(language, words);
                }
            }
            return new LocalizedText(texts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
