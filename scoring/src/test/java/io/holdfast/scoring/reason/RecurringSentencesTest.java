package io.holdfast.scoring.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.scoring.score.TableRecords;
import io.holdfast.scoring.table.TableReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecurringSentencesTest {
    private static final String HEADER = "customer_id,tenure,monthly_charge,contract,support,paperless\n";

    private final ModelBundle bundle = TinyBundles.bundle();
    private final Explainer explainer = new Explainer(bundle);
    private final RecurringSentences<String> sentences = new RecurringSentences<>(explainer);

    private List<ChurnScore> scores(String rows) throws RefusedException {
        Scorer scorer = new Scorer(bundle);
        List<ChurnScore> scores = new ArrayList<>();
        try (TableReader reader = TableReader.open(
                "t.csv",
                new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)),
                bundle.description().format())) {
            TableRecords records = new TableRecords("t.csv", reader.header(), bundle.description(), TinyBundles.AS_OF);
            while (reader.advance()) {
                scores.add(scorer.score(records.read(reader.row())));
            }
        }
        return scores;
    }

    private String sentence(ChurnScore score, RankedReason reason) {
        SentenceBuilder words = new SentenceBuilder();
        explainer.sentence(score, reason, Language.ENGLISH, words);
        return words.text();
    }

    @Test
    void whatIsKeptIsTheSentence() throws RefusedException {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            rows.append("C-").append(i).append(',');
            rows.append(random.nextInt(12) == 0 ? "" : random.nextInt(300)).append(',');
            rows.append(random.nextInt(20_00, 120_00) / 100.0).append(',');
            rows.append(List.of("monthly", "yearly", "", "other").get(random.nextInt(4)))
                    .append(',');
            rows.append(List.of("none", "basic", "premium", "gold").get(random.nextInt(4)))
                    .append(',');
            rows.append(random.nextBoolean() ? "yes" : "no").append('\n');
        }
        int found = 0;
        int missed = 0;
        for (ChurnScore score : scores(rows.toString())) {
            ReasonRanking ranking = explainer.rank(score);
            for (List<RankedReason> direction : List.of(ranking.raising(), ranking.lowering())) {
                for (RankedReason reason : direction) {
                    String sentence = sentence(score, reason);
                    @Nullable String kept = sentences.find(score, reason);
                    if (kept == null) {
                        missed++;
                        sentences.keep(() -> sentence);
                    } else {
                        found++;
                        assertThat(kept).isEqualTo(sentence);
                    }
                }
            }
        }

        assertThat(found).isGreaterThan(1000);
        assertThat(missed).isPositive();
    }

    @Test
    void aValueThatNobodySharesIsNotKept() {
        ChurnScore alone = new Scorer(bundle).score(TinyBundles.built(TinyBundles.risky("C-1")));
        RankedReason reason = explainer.rank(alone).raising().get(0);

        assertThat(sentences.find(alone, reason)).isNull();
        sentences.keep(() -> "kept");
        assertThat(sentences.find(alone, reason)).isNull();
    }
}
