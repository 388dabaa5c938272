package io.holdfast.serving.wire;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what became of each of many reported rows, and writes the reply. For one thread. */
public final class RowReplies {
    private final Language language;
    private final List<Row> rows = new ArrayList<>();
    private int written;
    private int unchanged;

    /** Replies in a language. */
    public RowReplies(Language language) {
        this.language = language;
    }

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "summary", "results"})
    record Body(String contractVersion, String requestId, String language, Summary summary, List<Row> results) {}

    @JsonPropertyOrder({"written", "unchanged", "refused"})
    record Summary(int written, int unchanged, int refused) {}

    @JsonPropertyOrder({"index", "status", "error"})
    record Row(int index, String status, @Nullable Fault error) {}

    @JsonPropertyOrder({"code", "pointer", "message"})
    record Fault(String code, String pointer, String message) {}

    /** The row was taken. */
    public void taken(boolean isNew) {
        written += isNew ? 1 : 0;
        unchanged += isNew ? 0 : 1;
        rows.add(new Row(rows.size(), isNew ? "written" : "unchanged", null));
    }

    /** The row was not taken. */
    public void refused(String code, Optional<String> pointer, LocalizedText text) {
        rows.add(new Row(rows.size(), "refused", new Fault(code, pointer.orElse(""), text.in(language))));
    }

    /** The reply as UTF-8. */
    public byte[] write(String requestId) {
        return StrictJson.write(new Body(
                Contract.VERSION,
                requestId,
                language.tag(),
                new Summary(written, unchanged, rows.size() - written - unchanged),
                rows));
    }
}
