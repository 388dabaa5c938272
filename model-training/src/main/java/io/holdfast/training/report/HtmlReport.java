package io.holdfast.training.report;

import io.holdfast.page.Both;
import io.holdfast.page.HtmlPage;
import io.holdfast.page.Section;
import io.holdfast.scoring.dataset.DatasetDescription;
import java.util.List;

/** Writes the page: one file that needs no other, nor a network. Equal sources give equal bytes; no time, host or path stands in it. */
public final class HtmlReport {
    /** Name of the file in a bundle. */
    public static final String FILE = "report.html";

    private HtmlReport() {}

    /** The page as UTF-8. */
    public static byte[] of(ReportSource source) {
        DatasetDescription description = source.bundle().description();
        HeldOutReasons reasons = HeldOutReasons.of(source);
        List<Section> sections = List.of(
                SummarySection.of(source),
                QualitySection.of(source),
                ContactSection.of(source),
                CalibrationSection.of(source),
                ImportanceSection.of(source, reasons),
                ShapesSection.of(source, reasons),
                PairsSection.of(source, reasons),
                StabilitySection.of(source, reasons),
                GroupsSection.of(source),
                TrainingSection.of(source),
                DataSection.of(source, reasons),
                ProvenanceSection.limits(source),
                ProvenanceSection.provenance(source));
        Both title = description.title().isEmpty() ? Both.same(description.name()) : Both.of(description.title());
        return HtmlPage.write(description.language(), title, purpose(description), sections);
    }

    private static Both purpose(DatasetDescription description) {
        return description.horizonDays().isPresent()
                ? new Both(
                        "The probability that a customer leaves within "
                                + description.horizonDays().getAsInt()
                                + " days, and the exact contribution of every column to it",
                        "客户在 " + description.horizonDays().getAsInt() + " 天内流失的概率，以及每一列对它的精确贡献")
                : new Both(
                        "The probability that a customer leaves, and the exact contribution of every column to it",
                        "客户流失的概率，以及每一列对它的精确贡献");
    }
}
