package io.holdfast.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectWriter;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Writes a page: one file that needs no other, nor a network. Equal sections give equal bytes; no time, host or path is added to them. */
public final class HtmlPage {
    private static final ObjectWriter JSON =
            StrictJson.strict(StreamReadConstraints.defaults()).writerFor(new MapOfCharts());

    private HtmlPage() {}

    private static final class MapOfCharts extends TypeReference<Map<String, Chart>> {}

    /**
     * The page as UTF-8, with both languages in it.
     *
     * @param language that is shown first
     * @param title over the page
     * @param purpose what the page answers
     * @param sections in order
     */
    public static byte[] write(Language language, Both title, Both purpose, List<Section> sections) {
        Page page = new Page(
                language.tag(),
                title,
                purpose,
                sections,
                chartData(sections),
                resource("page.css"),
                resource("echarts.min.js"),
                resource("page.js"));
        // As bytes from the start: as one text of both scripts, the page would be held several times over, two bytes a
        // character.
        Utf8ByteOutput output = new Utf8ByteOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("page.jte", page, output);
        return output.toByteArray();
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
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the resource " + name, e);
        }
    }
}
