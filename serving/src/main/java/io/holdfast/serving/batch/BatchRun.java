package io.holdfast.serving.batch;

import io.holdfast.care.decision.Care;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.score.TableRecords;
import io.holdfast.scoring.table.CsvCells;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.serving.answer.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;

/**
 * What all threads of one run share.
 *
 * @param ok status and error code of a customer scored without a warning
 * @param warned status and error code of a customer scored with one
 * @param horizonAndBase horizon and base log-odds, which are the model's
 * @param facts the cells from {@code schema_version} to {@code scored_at}, which are the same in every row
 * @param validity how long scores may be used, as of the day of scoring (UTC)
 */
record BatchRun(
        ModelBundle bundle,
        Explainer explainer,
        Care care,
        TableRecords records,
        OutputColumns columns,
        OutputSettings output,
        CsvCells ok,
        CsvCells warned,
        CsvCells horizonAndBase,
        CsvCells facts,
        Validity validity) {
    static BatchRun of(
            ModelBundle bundle,
            Explainer explainer,
            Care care,
            String playbookDigest,
            TableRecords records,
            OutputColumns columns,
            OutputSettings output,
            Instant scoredAt) {
        OptionalInt horizon = bundle.horizonDays();
        // None of these can be taken for a formula, and a small negative number with an exponent must stay a number.
        CsvStyle style = CsvStyle.raw();
        return new BatchRun(
                bundle,
                explainer,
                care,
                records,
                columns,
                output,
                CsvCells.of(style, List.of(OutputColumns.OK, "")),
                CsvCells.of(style, List.of(OutputColumns.WARNED, "")),
                CsvCells.of(
                        style,
                        List.of(
                                horizon.isPresent() ? Integer.toString(horizon.getAsInt()) : "",
                                NumberText.write(bundle.model().intercept()))),
                CsvCells.of(
                        style,
                        List.of(
                                OutputColumns.SCHEMA_VERSION,
                                bundle.manifest().modelId(),
                                bundle.manifest().digest(),
                                playbookDigest,
                                scoredAt.toString())),
                Validity.of(bundle, LocalDate.ofInstant(scoredAt, ZoneOffset.UTC)));
    }
}
