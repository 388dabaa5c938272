package io.holdfast.training.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectWriter;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Writes the page: one file that needs no other, nor a network. Equal sources give equal bytes; no time, host or path stands in it. */
public final class HtmlReport {
    /** Name of the file in a bundle. */
    public static final String FILE = "report.html";

    private static final ObjectWriter JSON =
            StrictJson.strict(StreamReadConstraints.defaults()).writerFor(new MapOfCharts());

    private HtmlReport() {}

    private static final class MapOfCharts extends TypeReference<Map<String, Chart>> {}

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
        Page page = new Page(
                description.language().tag(),
                title,
                purpose(description),
                sections,
                chartData(sections),
                resource("report.css"),
                resource("echarts.min.js"),
                resource("report.js"));
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("report.jte", page, output);
        return output.toString().getBytes(StandardCharsets.UTF_8);
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

    /** JSON in which no character can end or alter the script element around it. */
    private static String chartData(List<Section> sections) {
        Map<String, Chart> charts = new TreeMap<>();
        for (Section section : sections) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Charts figures) {
                    figures.figures().forEach(figure -> charts.put(figure.id(), figure.chart()));
                }
            }
        }
        try {
            return JSON.writeValueAsString(charts)
                    .replace("&", "\\u0026")
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the resource " + name, e);
        }
    }
}
