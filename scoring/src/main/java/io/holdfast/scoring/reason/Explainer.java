package io.holdfast.scoring.reason;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.score.ChurnScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Explains the scores of one bundle. Thread-safe. */
public final class Explainer {
    /** Columns that a sentence names. */
    private static final int EVIDENCE_COLUMNS = 2;

    private final ReasonGroups groups;
    private final Ranker ranker;
    private final String[] names;
    private final Map<Language, ReasonText> texts = new EnumMap<>(Language.class);

    /** An explainer of the bundle's scores, in all languages. */
    public Explainer(ModelBundle bundle) {
        groups = new ReasonGroups(bundle.description());
        ranker = new Ranker(groups);
        names = bundle.description().features().stream().map(Column::name).toArray(String[]::new);
        for (Language language : Language.values()) {
            texts.put(language, new ReasonText(bundle, language));
        }
    }

    /** The groups worth naming, without words: enough to decide on care. */
    public ReasonRanking rank(ChurnScore score) {
        return ranker.rank(ranker.impacts(score));
    }

    /** Reasons and protectors with their words, cut to the lengths asked for. */
    public Explanation explain(ChurnScore score, ExplainOptions options) {
        double[] impacts = ranker.impacts(score);
        ReasonRanking ranking = ranker.rank(impacts);
        ReasonText text = text(options.language());
        List<ReasonShare> reasons = show(score, ranking.raising(), options.reasons(), text);
        List<ReasonShare> protectors = show(score, ranking.lowering(), options.protectors(), text);
        for (ReasonShare shown : reasons) {
            impacts[shown.ranked().group()] = 0;
        }
        for (ReasonShare shown : protectors) {
            impacts[shown.ranked().group()] = 0;
        }
        double other = 0;
        for (double impact : impacts) {
            other += impact;
        }
        return new Explanation(reasons, protectors, other, ranking);
    }

    /** Every column's contribution in words, in the order of the inputs. */
    public List<Contribution> contributions(ChurnScore score, Language language) {
        List<Contribution> all = new ArrayList<>();
        for (int input = 0; input < names.length; input++) {
            all.add(contribution(score, input, text(language)));
        }
        return all;
    }

    private ReasonText text(Language language) {
        ReasonText text = texts.get(language);
        if (text == null) {
            throw new IllegalStateException("every language has its texts");
        }
        return text;
    }

    private List<ReasonShare> show(ChurnScore score, List<RankedReason> ranked, int most, ReasonText text) {
        List<ReasonShare> shown = new ArrayList<>();
        for (RankedReason reason : ranked.subList(0, Math.min(most, ranked.size()))) {
            boolean raises = reason.impact() > 0;
            List<Contribution> features = new ArrayList<>();
            for (int input : groups.inputs(reason.group())) {
                features.add(contribution(score, input, text));
            }
            features.sort(Comparator.comparingDouble(feature -> raises ? -feature.impact() : feature.impact()));
            List<Contribution> evidence = features.stream()
                    .filter(feature -> raises ? feature.impact() > 0 : feature.impact() < 0)
                    .limit(EVIDENCE_COLUMNS)
                    .toList();
            shown.add(new ReasonShare(
                    shown.size() + 1,
                    reason,
                    text.sentence(reason.reason(), raises, evidence),
                    text.say(reason.reason()),
                    features));
        }
        return shown;
    }

    private Contribution contribution(ChurnScore score, int input, ReasonText text) {
        return new Contribution(
                input,
                names[input],
                text.evidence(input, score.customer()),
                text.value(input, score.customer()),
                text.typical(input),
                score.contribution(input));
    }
}
