package io.holdfast.scoring.reason;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.score.CustomerRecord;
import java.util.List;

/** Puts one bundle's evidence into the words of one language. Immutable and thread-safe. */
final class ReasonText {
    private final Language language;
    private final Phrase between;
    private final ColumnText[] columns;
    private final SentenceFrame[] raises;
    private final SentenceFrame[] lowers;

    ReasonText(ModelBundle bundle, ReasonGroups groups, Language language) {
        this.language = language;
        PhraseBook phrases = new PhraseBook();
        this.between = phrases.phrase(Wording.in(language).between());
        List<Column> features = bundle.description().features();
        columns = new ColumnText[features.size()];
        for (int i = 0; i < columns.length; i++) {
            String typical = bundle.reference().columns().get(i).typical();
            columns[i] =
                    new ColumnText(i, features.get(i), bundle.model().inputs().get(i), typical, language, phrases);
        }
        raises = new SentenceFrame[groups.size()];
        lowers = new SentenceFrame[groups.size()];
        for (int group = 0; group < groups.size(); group++) {
            Reason reason = groups.reason(group);
            raises[group] = SentenceFrame.of(reason.raises().in(language), phrases);
            lowers[group] = SentenceFrame.of(reason.lowers().in(language), phrases);
        }
    }

    String value(int input, CustomerRecord customer) {
        return columns[input].value(customer);
    }

    String typical(int input) {
        return columns[input].typical();
    }

    /** The human name of a column with the customer's value, and the typical one where it differs. */
    String evidence(int input, CustomerRecord customer) {
        Phrase recurring = columns[input].recurring(customer);
        if (recurring != null) {
            return recurring.text();
        }
        SentenceBuilder words = new SentenceBuilder();
        columns[input].evidence(customer, words);
        return words.text();
    }

    /** The agent's sentence of a reason. */
    void sentence(RankedReason reason, int[] evidence, CustomerRecord customer, SentenceSink sink) {
        SentenceFrame frame = (reason.impact() > 0 ? raises : lowers)[reason.group()];
        sink.phrase(frame.before());
        for (int i = 0; i < evidence.length; i++) {
            if (i > 0) {
                sink.phrase(between);
            }
            columns[evidence[i]].evidence(customer, sink);
        }
        sink.phrase(frame.after());
    }

    String say(Reason reason) {
        return reason.say().in(language);
    }
}
