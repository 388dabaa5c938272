package io.holdfast.cli.planning;

import io.holdfast.care.plan.Candidate;
import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.CarePlan;
import io.holdfast.care.plan.ExplanationPart;
import io.holdfast.care.plan.PlannedPlay;
import io.holdfast.care.plan.PlannedStep;
import io.holdfast.care.playbook.LifecycleStage;
import io.holdfast.care.playbook.ValueTier;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.file.AtomicFile;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Writes a plan: a line for each row of the table, in the same order. */
public final class PlanFile {
    private static final List<String> COLUMNS = List.of(
            "customer_id",
            "unit",
            "household",
            "owner",
            "status",
            "cause",
            "arm",
            "action",
            "step",
            "steps",
            "channel",
            "team",
            "due_at",
            "expires_at",
            "tier",
            "stage",
            "expected_gain",
            "gain_low",
            "gain_high",
            "cost",
            "evidence",
            "candidates",
            "entitlements",
            "text",
            "explanation",
            "decision_id",
            "playbook_digest");

    private PlanFile() {}

    /** The names of the columns, in order. */
    public static List<String> columns() {
        return COLUMNS;
    }

    /** Writes the whole file or none of it. */
    public static void write(CarePlan plan, Path output, Language language, CsvStyle style) {
        try (AtomicFile file = AtomicFile.create(output)) {
            try (CsvWriter csv = CsvWriter.to(compressed(output, file), style)) {
                COLUMNS.forEach(csv::cell);
                csv.endRow();
                for (CareDecision decision : plan.decisions()) {
                    row(csv, decision, plan.playbookDigest(), language);
                }
            }
            file.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutputStream compressed(Path output, AtomicFile file) throws IOException {
        return TableReader.isCompressed(output.toString()) ? new GZIPOutputStream(file.stream()) : file.stream();
    }

    private static void row(CsvWriter csv, CareDecision decision, String digest, Language language) {
        csv.exact(decision.customerId());
        csv.exact(decision.unit());
        csv.exact(decision.household());
        csv.cell(decision.owner());
        csv.cell(decision.status().code());
        csv.cell(decision.cause().map(cause -> cause.code()).orElse(""));
        csv.cell(decision.arm().code());
        if (decision.play().isPresent()) {
            first(csv, decision.play().get());
        } else {
            blank(csv, 7);
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
            blank(csv, 5);
        }
        csv.cell(decision.candidates().stream().map(PlanFile::candidate).collect(Collectors.joining("; ")));
        csv.cell(String.join("; ", decision.entitlements()));
        csv.cell(text(decision, language));
        csv.cell(decision.explanation().stream()
                .map(ExplanationPart::text)
                .map(text -> text.in(language))
                .collect(Collectors.joining(language == Language.CHINESE ? "" : " ")));
        csv.cell(decision.decisionId());
        csv.cell(digest);
        csv.endRow();
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

    private static void blank(CsvWriter csv, int cells) {
        for (int i = 0; i < cells; i++) {
            csv.empty();
        }
    }

    /** Code, expected gain, assignment probability. */
    private static String candidate(Candidate candidate) {
        return candidate.action() + ":" + NumberText.write(candidate.gain().expected()) + ":"
                + NumberText.write(candidate.assignmentProbability());
    }

    /** What the agents are to do; a shadow has none, so that nobody acts on it by mistake. */
    private static String text(CareDecision decision, Language language) {
        return switch (decision.status()) {
            case PLANNED ->
                decision.play().stream()
                        .flatMap(play -> play.steps().stream())
                        .map(step -> step.text().in(language))
                        .collect(Collectors.joining(" / "));
            case WITHHELD, NONE -> "";
        };
    }
}
