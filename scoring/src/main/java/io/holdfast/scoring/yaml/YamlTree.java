package io.holdfast.scoring.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Builds the tree from the parser's events. */
final class YamlTree {
    private static final int DEEPEST = 32;
    private static final YAMLFactory FACTORY =
            YAMLFactory.builder().loaderOptions(limits()).build();

    private final String source;

    YamlTree(String source) {
        this.source = source;
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(YamlReader.LARGEST);
        return options;
    }

    YamlMapping read(String text) {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            @Nullable JsonToken first = parser.nextToken();
            if (first == null) {
                throw new InputException("empty_file", source + " is empty; expected keys with values");
            }
            YamlNode root = node(parser, first, 0);
            if (parser.nextToken() != null) {
                throw at(parser).fault("many_documents", "a second document begins; expected one");
            }
            if (root instanceof YamlMapping mapping) {
                return mapping;
            }
            throw root.fault("wrong_type", "the file holds " + root.what() + "; expected keys with values");
        } catch (JsonProcessingException e) {
            throw syntax(e);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed: " + source, e);
        }
    }

    private YamlNode node(YAMLParser parser, JsonToken token, int depth) throws IOException {
        if (depth == DEEPEST) {
            throw at(parser).fault("too_deep", "more than " + DEEPEST + " levels of nesting");
        }
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw at(parser).fault("yaml_anchor", "anchors (&) and aliases (*) are not allowed; write the value out");
        }
        if (parser.getTypeId() != null) {
            throw at(parser).fault("yaml_tag", "tags (!) are not allowed; every value is text");
        }
        return switch (token) {
            case START_OBJECT -> mapping(parser, depth);
            case START_ARRAY -> sequence(parser, depth);
            default -> scalar(parser, token);
        };
    }

    private YamlMapping mapping(YAMLParser parser, int depth) throws IOException {
        YamlMapping mapping = new YamlMapping(source, line(parser));
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            int keyLine = line(parser);
            JsonToken value = parser.nextToken();
            if (isAbsent(parser, value)) {
                throw new YamlScalar(source, keyLine, key)
                        .fault("missing_value", "'" + key + "' has no value; write \"\" for empty text");
            }
            mapping.put(key, keyLine, node(parser, value, depth + 1));
        }
        return mapping;
    }

    private YamlSequence sequence(YAMLParser parser, int depth) throws IOException {
        int line = line(parser);
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (isAbsent(parser, token)) {
                throw at(parser).fault("missing_value", "a list item has no value; write \"\" for empty text");
            }
            items.add(node(parser, token, depth + 1));
        }
        return new YamlSequence(source, line, items);
    }

    private YamlScalar scalar(YAMLParser parser, JsonToken token) throws IOException {
        if (isAbsent(parser, token)) {
            throw at(parser).fault("missing_value", "expected keys with values");
        }
        return new YamlScalar(source, line(parser), parser.getText());
    }

    /** Nothing at all, unlike an empty text in quotes and unlike the words {@code null} and {@code ~}, which stay what they are. */
    private static boolean isAbsent(YAMLParser parser, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NULL && parser.getText().isEmpty();
    }

    private static int line(YAMLParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private YamlScalar at(YAMLParser parser) {
        return new YamlScalar(source, line(parser), "");
    }

    private InputException syntax(JsonProcessingException fault) {
        int line = fault.getLocation() == null ? 1 : fault.getLocation().getLineNr();
        String problem = "a key must be text, not a list, a mapping or an alias";
        if (fault.getCause() instanceof MarkedYAMLException marked) {
            @Nullable Mark mark = marked.getProblemMark();
            line = mark == null ? line : mark.getLine() + 1;
            problem = "not valid YAML: " + Objects.requireNonNullElse(marked.getProblem(), "syntax error");
        } else if (fault.getCause() != null) {
            problem = "not valid YAML: "
                    + fault.getOriginalMessage().lines().findFirst().orElse("syntax error");
        }
        return new InputException("yaml_syntax", source + " line " + line + ": " + problem, fault);
    }
}
