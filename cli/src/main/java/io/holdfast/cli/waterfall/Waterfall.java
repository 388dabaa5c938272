package io.holdfast.cli.waterfall;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.reason.Contribution;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.training.layout.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows how a score comes about: from the average customer, reason by reason with its columns, to the log-odds and the
 * probability; columns that add exactly nothing share one line at the end. Bars point to the right where a reason raises the risk and to the left where it lowers it, so that nothing
 * depends on colour.
 */
public final class Waterfall {
    private static final int DIGEST_SHOWN = 12;
    private static final int NARROWEST_BAR = 8;
    private static final int MOST_OF_BAR = 40;

    private final ModelBundle bundle;
    private final Explainer explainer;
    private final Language language;
    private final Words words;
    private final Numbers numbers;

    /** @param full whether numbers are shown with all their digits, instead of rounded */
    public Waterfall(ModelBundle bundle, Explainer explainer, Language language, boolean full) {
        this.bundle = bundle;
        this.explainer = explainer;
        this.language = language;
        this.words = Words.in(language);
        this.numbers = new Numbers(full);
    }

    /**
     * The lines of one customer's waterfall.
     *
     * @param width most columns of a line that holds a bar or text
     */
    public List<String> draw(ChurnScore score, int width) {
        List<Step> steps = Steps.of(explainer, score, language);
        List<String> lines = new ArrayList<>(heading(score));
        lines.add("");
        Frame frame = frame(score, steps, width);
        lines.add(frame.number(words.unit()).stripTrailing());
        double sum = score.baseLogOdds();
        lines.add(frame.line(numbers.logOdds(sum), words.base(), frame.scale().mark(sum)));
        for (Step step : steps) {
            double before = sum;
            sum += step.impact();
            lines.add(frame.line(
                    numbers.impact(step.impact()), step.name(), frame.scale().bar(before, sum)));
            for (Contribution column : step.effective()) {
                lines.addAll(
                        frame.detail(numbers.impact(column.impact()), column.text() + words.mark(column.settled())));
            }
        }
        lines.add(frame.line(
                numbers.logOdds(score.logOdds()), words.logOdds(), frame.scale().mark(score.logOdds())));
        lines.add(frame.number("") + words.probability().formatted(numbers.probability(score.probability())));
        List<String> without = withoutEffect(steps);
        if (!without.isEmpty()) {
            lines.addAll(frame.remark(words.noEffect().formatted(String.join(words.separator(), without))));
        }
        if (steps.stream().anyMatch(Step::unsettled)) {
            lines.add("");
            lines.addAll(DisplayWidth.wrapped(words.meaning(), width));
        }
        return lines;
    }

    private List<String> withoutEffect(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.withoutEffect().stream())
                .map(column ->
                        bundle.description().features().get(column.input()).label(language))
                .toList();
    }

    private List<String> heading(ChurnScore score) {
        return List.of(
                words.customer()
                        .formatted(
                                Excerpt.plain(score.customer().id()),
                                score.customer().asOf()),
                words.risk()
                        .formatted(
                                numbers.percent(100 * score.probability()),
                                numbers.percent(score.percentile()),
                                Words.band(score.band(), language)),
                words.model()
                        .formatted(
                                Excerpt.plain(bundle.manifest().modelId()),
                                bundle.manifest().digest().substring(0, DIGEST_SHOWN)));
    }

    private Frame frame(ChurnScore score, List<Step> steps, int width) {
        int number = DisplayWidth.of(words.unit());
        int name = Math.max(DisplayWidth.of(words.base()), DisplayWidth.of(words.logOdds()));
        number = Math.max(number, numbers.logOdds(score.baseLogOdds()).length());
        number = Math.max(number, numbers.logOdds(score.logOdds()).length());
        for (Step step : steps) {
            number = Math.max(number, numbers.impact(step.impact()).length());
            name = Math.max(name, DisplayWidth.of(step.name()));
            for (Contribution column : step.effective()) {
                number = Math.max(number, numbers.impact(column.impact()).length());
            }
        }
        int bar = Math.max(NARROWEST_BAR, Math.min(MOST_OF_BAR, width - number - name - 2 * Frame.GAP));
        return new Frame(number, name, width, new Scale(score.baseLogOdds(), steps, bar));
    }
}
