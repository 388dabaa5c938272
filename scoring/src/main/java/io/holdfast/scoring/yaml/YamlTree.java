package io.holdfast.scoring.yaml;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Builds the tree from the events of SnakeYAML's parser, the one below Jackson's, which tells neither the anchor of a scalar nor whether it stood in
 * quotes. Nothing is resolved or constructed, so no text can name a class.
 */
final class YamlTree {
    private static final int DEEPEST = 32;

    private final String source;
    private final Parser parser;

    private YamlTree(String source, String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(YamlReader.LARGEST);
        this.source = source;
        this.parser = new ParserImpl(new StreamReader(text), limits);
    }

    static YamlMapping read(String source, String text) {
        try {
            return new YamlTree(source, text).root();
        } catch (MarkedYAMLException e) {
            @Nullable Mark mark = e.getProblemMark();
            String problem = Objects.requireNonNullElse(e.getProblem(), "syntax error");
            throw syntax(source, mark == null ? 1 : mark.getLine() + 1, problem, e);
        } catch (YAMLException e) {
            throw syntax(source, 1, "syntax error", e);
        }
    }

    private static InputException syntax(String source, int line, String problem, YAMLException cause) {
        return new InputException(
                "yaml_syntax", source + " line " + line + ": not valid YAML: " + Excerpt.plain(problem), cause);
    }

    private YamlMapping root() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            throw new InputException("empty_file", source + " is empty; expected keys with values");
        }
        parser.getEvent();
        YamlNode root = node(0);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw at(parser.peekEvent()).fault("many_documents", "a second document begins; expected one");
        }
        if (root instanceof YamlMapping mapping) {
            return mapping;
        }
        throw root.fault("wrong_type", "the file holds " + root.what() + "; expected keys with values");
    }

    private YamlNode node(int depth) {
        Event event = parser.getEvent();
        if (depth == DEEPEST) {
            throw at(event).fault("too_deep", "more than " + DEEPEST + " levels of nesting");
        }
        checkPlain(event);
        if (event instanceof ScalarEvent scalar) {
            if (isAbsent(scalar)) {
                throw at(event).fault("missing_value", "a value is missing; write \"\" for empty text");
            }
            return new YamlScalar(source, line(event), scalar.getValue());
        }
        return event.is(Event.ID.MappingStart) ? mapping(event, depth) : sequence(event, depth);
    }

    private void checkPlain(Event event) {
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            throw at(event).fault("yaml_anchor", "anchors (&) and aliases (*) are not allowed; write the value out");
        }
        @Nullable String tag = null;
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
        } else if (event instanceof CollectionStartEvent collection) {
            tag = collection.getTag();
        }
        if (tag != null) {
            throw at(event).fault("yaml_tag", "tags (!) are not allowed; every value is text");
        }
    }

    private YamlMapping mapping(Event start, int depth) {
        YamlMapping mapping = new YamlMapping(source, line(start));
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event event = parser.getEvent();
            checkPlain(event);
            if (!(event instanceof ScalarEvent key)) {
                throw at(event).fault("yaml_syntax", "a key must be text, not a list or a mapping");
            }
            if (isAbsent(key)) {
                throw at(event).fault("missing_key", "a value stands here without a key");
            }
            if (parser.peekEvent() instanceof ScalarEvent value && isAbsent(value)) {
                throw at(event)
                        .fault(
                                "missing_value",
                                Excerpt.of(key.getValue()) + " has no value; write \"\" for empty text");
            }
            mapping.put(key.getValue(), line(event), node(depth + 1));
        }
        parser.getEvent();
        return mapping;
    }

    private YamlSequence sequence(Event start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(depth + 1));
        }
        parser.getEvent();
        return new YamlSequence(source, line(start), items);
    }

    /** Nothing at all, unlike an empty text in quotes and unlike the words {@code null} and {@code ~}, which stay what they are. */
    private static boolean isAbsent(ScalarEvent scalar) {
        return scalar.isPlain() && scalar.getValue().isEmpty() && scalar.getAnchor() == null && scalar.getTag() == null;
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }

    private YamlScalar at(Event event) {
        return new YamlScalar(source, line(event), "");
    }
}
