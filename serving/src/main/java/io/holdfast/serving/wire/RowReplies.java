package io.holdfast.serving.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.store.OutcomeFlag;
import io.holdfast.serving.store.RowOutcome;
import io.holdfast.serving.store.WriteRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what became of each of many reported rows, and writes the reply. For one thread. */
public final class RowReplies {
    private final ReplyContext context;
    private final boolean flagged;
    private final List<Row> rows = new ArrayList<>();
    private int written;
    private int unchanged;

    /** Of rows whose oddities are told where {@code flagged}. */
    public RowReplies(ReplyContext context, boolean flagged) {
        this.context = context;
        this.flagged = flagged;
    }

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "summary", "results"})
    record Body(String contractVersion, String requestId, String language, Summary summary, List<Row> results) {}

    @JsonPropertyOrder({"written", "unchanged", "refused"})
    record Summary(int written, int unchanged, int refused) {}

    @JsonPropertyOrder({"index", "status", "flags", "error"})
    record Row(
            int index,
            String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> flags,

            @Nullable Fault error) {}

    @JsonPropertyOrder({"code", "pointer", "message"})
    record Fault(String code, String pointer, String message) {}

    /** What the store made of the next row. */
    public void add(RowOutcome outcome, String pointer) {
        if (outcome.refusal().isPresent()) {
            WriteRefusedException refusal = outcome.refusal().get();
            String field = refusal.field().isEmpty() ? "" : "/" + refusal.field();
            refused(refusal.code(), Optional.of(pointer + field), refusal.text());
            return;
        }
        written += outcome.written() ? 1 : 0;
        unchanged += outcome.written() ? 0 : 1;
        rows.add(new Row(rows.size(), status(outcome), flagged ? flags(outcome) : null, null));
    }

    /** The next row did not reach the store. */
    public void refused(MalformedRequestException fault) {
        refused(fault.code(), fault.pointer(), fault.detail());
    }

    private void refused(String code, Optional<String> pointer, LocalizedText text) {
        Fault fault = new Fault(code, pointer.orElse(""), text.in(context.language()));
        rows.add(new Row(rows.size(), "refused", flagged ? List.of() : null, fault));
    }

    /** The reply as UTF-8. */
    public byte[] write() {
        return StrictJson.write(new Body(
                Contract.VERSION,
                context.requestId(),
                context.language().tag(),
                new Summary(written, unchanged, rows.size() - written - unchanged),
                rows));
    }

    static String status(RowOutcome outcome) {
        return outcome.written() ? "written" : "unchanged";
    }

    static List<String> flags(RowOutcome outcome) {
        return outcome.flags().stream().map(OutcomeFlag::code).toList();
    }
}
