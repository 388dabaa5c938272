package io.holdfast.scoring.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a JSON document, for its writer: no names of classes, which Jackson's own messages are made of. */
final class JsonFault {
    private static final List<String> REMARKS = List.of(" (start marker", " (for ", " (but could", " (code ");

    private JsonFault() {}

    /** {@code " line 3 column 14: ..."}, to follow the document's name. */
    static String sentence(JsonProcessingException e) {
        @Nullable JsonLocation at = e.getLocation();
        String where = at == null ? "" : " line " + at.getLineNr() + " column " + at.getColumnNr();
        return where + ": " + what(e);
    }

    private static String what(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            return "unknown key " + Excerpt.of(unknown.getPropertyName())
                    + Nearest.hint(unknown.getPropertyName(), known);
        }
        if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return path(refused) + refused.getCause().getMessage();
        }
        if (e instanceof InvalidNullException absent) {
            return path(absent) + "null (expected: a value)";
        }
        if (e instanceof InvalidTypeIdException unknown) {
            return path(unknown) + unknownKind(unknown);
        }
        if (e instanceof MismatchedInputException mismatch) {
            return path(mismatch) + mismatch(mismatch);
        }
        return plain(String.valueOf(e.getOriginalMessage()));
    }

    /** Jackson's message ends "known type ids = [a, b, c]". */
    private static String unknownKind(InvalidTypeIdException e) {
        String message = String.valueOf(e.getOriginalMessage());
        int known = message.indexOf('[', Math.max(0, message.indexOf("known type ids")));
        int end = message.indexOf(']', known + 1);
        return "unknown kind " + Excerpt.of(String.valueOf(e.getTypeId()))
                + (known >= 0 && end > known ? " (expected: one of " + message.substring(known + 1, end) + ")" : "");
    }

    /** Jackson says "Cannot deserialize value of type `a.b.C` from ...", which means something to programmers of Java only. */
    private static String mismatch(MismatchedInputException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return message.indexOf('`') >= 0 ? "not of the expected type" : plain(message);
    }

    /** Without Jackson's remarks on its own settings and sources, which stand in brackets at the end. */
    private static String plain(String message) {
        int end = message.length();
        for (String remark : REMARKS) {
            int at = message.indexOf(remark);
            end = at >= 0 && at < end ? at : end;
        }
        return message.substring(0, end).replace('`', '\'');
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "" : path + ": ";
    }
}
