package io.holdfast.serving.wire;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.serving.store.OutcomeFlag;
import io.holdfast.serving.store.OutcomeReceipt;
import io.holdfast.serving.store.WriteRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what became of each reported outcome, and writes the reply. For one thread. */
public final class OutcomeReplies {
    private final Language language;
    private final List<Row> rows = new ArrayList<>();
    private int written;
    private int unchanged;

    /** Replies in a language. */
    public OutcomeReplies(Language language) {
        this.language = language;
    }

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "summary", "results"})
    record Body(String contractVersion, String requestId, String language, Summary summary, List<Row> results) {}

    @JsonPropertyOrder({"contractVersion", "requestId", "language", "outcomeId", "status", "flags"})
    record Single(
            String contractVersion,
            String requestId,
            String language,
            String outcomeId,
            String status,
            List<String> flags) {}

    @JsonPropertyOrder({"written", "unchanged", "refused"})
    record Summary(int written, int unchanged, int refused) {}

    @JsonPropertyOrder({"index", "status", "flags", "error"})
    record Row(
            int index,
            String status,
            List<String> flags,
            @Nullable Fault error) {}

    @JsonPropertyOrder({"code", "pointer", "message"})
    record Fault(String code, String pointer, String message) {}

    /** What the store made of the next row. */
    public void add(OutcomeReceipt receipt, String pointer) {
        if (receipt.refusal().isPresent()) {
            WriteRefusedException refusal = receipt.refusal().get();
            refused(refusal.code(), Optional.of(pointer), refusal.text());
            return;
        }
        written += receipt.written() ? 1 : 0;
        unchanged += receipt.written() ? 0 : 1;
        rows.add(new Row(rows.size(), status(receipt), flags(receipt), null));
    }

    /** The next row was not taken. */
    public void refused(String code, Optional<String> pointer, LocalizedText text) {
        rows.add(new Row(rows.size(), "refused", List.of(), new Fault(code, pointer.orElse(""), text.in(language))));
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

    /** The reply about a single one that was taken. */
    public static byte[] single(String outcomeId, OutcomeReceipt receipt, ReplyContext context) {
        return StrictJson.write(new Single(
                Contract.VERSION,
                context.requestId(),
                context.language().tag(),
                outcomeId,
                status(receipt),
                flags(receipt)));
    }

    private static String status(OutcomeReceipt receipt) {
        return receipt.written() ? "written" : "unchanged";
    }

    private static List<String> flags(OutcomeReceipt receipt) {
        return receipt.flags().stream().map(OutcomeFlag::code).toList();
    }
}
