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
    private final ReasonGroups groups;
    private final Agreement agreement;
    private final Ranker ranker;
    private final String[] names;
    private final Map<Language, ReasonText> texts = new EnumMap<>(Language.class);

    /** An explainer of the bundle's scores, in all languages. */
    public Explainer(ModelBundle bundle) {
        groups = new ReasonGroups(bundle.description());
        agreement = new Agreement(bundle);
        ranker = new Ranker(groups, agreement);
        names = bundle.description().features().stream().map(Column::name).toArray(String[]::new);
        for (Language language : Language.values()) {
            texts.put(language, new ReasonText(bundle, groups, language));
        }
    }

    /** The groups worth naming, without words: enough to decide on care. */
    public ReasonRanking rank(ChurnScore score) {
        return ranker.rank(score, ranker.impacts(score));
    }

    /**
     * The groups that {@link #rank} leaves out only because too few of the model's bags agree on their sign; strongest first.
     */
    public ReasonRanking unsettled(ChurnScore score) {
        return ranker.unsettled(score);
    }

    /** Whether at least 95 % of the model's bags give what a column contributed the same sign; true where the bundle tells of no bags. */
    public boolean settled(ChurnScore score, int input) {
        return agreement.settled(score, input);
    }

    /** Reasons and protectors with their words, cut to the lengths asked for. */
    public Explanation explain(ChurnScore score, ExplainOptions options) {
        double[] impacts = ranker.impacts(score);
        ReasonRanking ranking = ranker.rank(score, impacts);
        ReasonText text = text(options.language());
        List<RankedReason> listed = new ArrayList<>(first(options.reasons(), ranking.raising()));
        List<ReasonShare> reasons = show(score, listed, text);
        List<RankedReason> protecting = first(options.protectors(), ranking.lowering());
        List<ReasonShare> protectors = show(score, protecting, text);
        listed.addAll(protecting);
        return new Explanation(reasons, protectors, other(impacts, listed), ranking);
    }

    /** What {@link #explain} says without words and protectors, for writers of long lists. */
    public ReasonOutline outline(ChurnScore score, int reasons) {
        double[] impacts = ranker.impacts(score);
        List<RankedReason> raising = ranker.rankRaising(score, impacts);
        List<RankedReason> listed = first(reasons, raising);
        return new ReasonOutline(new ReasonRanking(raising, List.of()), listed, other(impacts, listed));
    }

    /**
     * Every group with its words, however little it says: base log-odds plus all impacts are the score's log-odds. What raises the risk
     * comes first, in the order of {@link #explain}.
     */
    public List<ReasonShare> everyReason(ChurnScore score, Language language) {
        return show(score, ranker.everyGroup(score), text(language));
    }

    private static List<RankedReason> first(int most, List<RankedReason> ranked) {
        return ranked.subList(0, Math.min(most, ranked.size()));
    }

    /**
     * The agent's sentence of one reason, the same that {@link #explain} gives as text.
     *
     * @param reason of this score's ranking
     */
    public void sentence(ChurnScore score, RankedReason reason, Language language, SentenceSink sink) {
        sentence(score, reason, text(language), sink);
    }

    private void sentence(ChurnScore score, RankedReason reason, ReasonText text, SentenceSink sink) {
        text.sentence(reason, evidence(score, reason), score.customer(), sink);
    }

    /** The inputs that the sentence of a reason names, one or two. */
    int[] evidence(ChurnScore score, RankedReason reason) {
        return Evidence.strongest(score, groups.inputs(reason.group()), reason.impact() > 0);
    }

    /** Sum of everything but the reasons listed, log-odds; the impacts are used up. */
    private static double other(double[] impacts, List<RankedReason> listed) {
        for (RankedReason reason : listed) {
            impacts[reason.group()] = 0;
        }
        double other = 0;
        for (double impact : impacts) {
            other += impact;
        }
        return other;
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

    private List<ReasonShare> show(ChurnScore score, List<RankedReason> listed, ReasonText text) {
        List<ReasonShare> shown = new ArrayList<>();
        for (RankedReason reason : listed) {
            List<Contribution> features = new ArrayList<>();
            for (int input : groups.inputs(reason.group())) {
                features.add(contribution(score, input, text));
            }
            double direction = reason.impact() > 0 ? -1 : 1;
            features.sort(Comparator.comparingDouble(feature -> direction * feature.impact()));
            SentenceBuilder sentence = new SentenceBuilder();
            sentence(score, reason, text, sentence);
            shown.add(new ReasonShare(shown.size() + 1, reason, sentence.text(), text.say(reason.reason()), features));
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
                score.contribution(input),
                settled(score, input));
    }
}
