package io.holdfast.cli.planning;

import io.holdfast.care.plan.Candidate;
import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.ExplanationPart;
import io.holdfast.care.plan.PlanStatus;
import io.holdfast.care.plan.PlannedPlay;
import io.holdfast.care.plan.PlannedStep;
import io.holdfast.care.playbook.LifecycleStage;
import io.holdfast.care.playbook.ValueTier;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.scoring.table.NumberText;
import java.util.stream.Collectors;

/**
 * The line of a decision that was made here.
 *
 * @param kept whether it is the one that stands; where an earlier one does, it has no id
 * @param digest of the playbook
 */
record DecisionLine(CareDecision decision, boolean kept, String digest, Language language) implements PlanLine {
    /** What stands between the texts of two steps. */
    static final String STEP = " / ";

    private static final double CENTS = 100;
    private static final double DECIMALS = 10_000;

    @Override
    public void write(CsvWriter csv) {
        csv.exact(decision.customerId());
        csv.exact(decision.unit());
        csv.exact(decision.household());
        csv.cell(decision.owner());
        csv.cell(decision.status().code());
        csv.cell(decision.cause().map(cause -> cause.code()).orElse(""));
        csv.cell(decision.status() == PlanStatus.NONE ? "" : decision.arm().code());
        if (decision.play().isPresent()) {
            first(csv, decision.play().get());
        } else {
            PlanFile.blank(csv, 7);
        }
        csv.cell(decision.tier().map(ValueTier::code).orElse(""));
        csv.cell(decision.stage().map(LifecycleStage::code).orElse(""));
        if (decision.play().isPresent()) {
            PlannedPlay play = decision.play().get();
            csv.number(play.gain().expected());
            csv.number(play.gain().low());
            csv.number(play.gain().high());
            csv.number(play.cost());
            csv.cell(play.evidence().code());
        } else {
            PlanFile.blank(csv, 5);
        }
        csv.cell(decision.candidates().stream().map(DecisionLine::candidate).collect(Collectors.joining("; ")));
        csv.cell(String.join("; ", decision.entitlements()));
        csv.cell(text());
        csv.cell(decision.explanation().stream()
                .map(ExplanationPart::text)
                .map(text -> text.in(language))
                .collect(Collectors.joining(between(language))));
        csv.cell(kept ? decision.decisionId() : "");
        csv.cell(digest);
    }

    /** What stands between two sentences. */
    static String between(Language language) {
        return language == Language.CHINESE ? "" : " ";
    }

    private static void first(CsvWriter csv, PlannedPlay play) {
        PlannedStep step = play.first();
        csv.cell(play.action());
        csv.whole(step.number());
        csv.whole(play.steps().size());
        csv.cell(step.channel().code());
        csv.cell(step.team());
        csv.cell(step.dueAt().toString());
        csv.cell(step.expiresAt().toString());
    }

    /** Code, expected gain to the cent, assignment probability to four decimals: to be read; a store keeps all digits. */
    static String candidate(String action, double gain, double probability) {
        return action + ":" + rounded(gain, CENTS) + ":" + rounded(probability, DECIMALS);
    }

    private static String rounded(double number, double parts) {
        return Double.isFinite(number)
                ? NumberText.write(StrictMath.rint(number * parts) / parts + 0.0)
                : NumberText.write(number);
    }

    private static String candidate(Candidate candidate) {
        return candidate(candidate.action(), candidate.gain().expected(), candidate.assignmentProbability());
    }

    /** What the agents are to do; a shadow has none, so that nobody acts on it by mistake. */
    private String text() {
        return switch (decision.status()) {
            case PLANNED ->
                decision.play().stream()
                        .flatMap(play -> play.steps().stream())
                        .map(step -> step.text().in(language))
                        .collect(Collectors.joining(STEP));
            case WITHHELD, NONE -> "";
        };
    }
}
