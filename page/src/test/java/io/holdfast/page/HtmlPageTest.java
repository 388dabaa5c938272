package io.holdfast.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.scoring.dataset.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
    private static final String EVIL = "</script><b onclick='x'>&amp;";

    private static final Section SECTION = new Section(
            "one",
            new Both("Title", "标题"),
            List.of(
                    new Block.Text(Both.same(EVIL)),
                    new Block.Struck(new Both("Claimed.", "声称。"), new Both("It is wrong.", "错误。")),
                    new Block.Steps(List.of(new Both("first", "一"), new Both("second", "二"))),
                    new Block.Tiles(List.of(new Block.Tile(Both.same("name"), Both.same("7"), Both.nothing()))),
                    new Block.Table(
                            List.of(Both.same("a"), Both.same("b")),
                            List.of(List.of(Both.same("c"), new Both("d", "丁"))),
                            false),
                    new Block.Charts(List.of(
                            new Block.Figure(
                                    "forest",
                                    Both.same("forest"),
                                    Both.nothing(),
                                    new Chart.Forest(
                                            Both.same("points"),
                                            List.of(new Chart.Difference(
                                                    Both.same(EVIL), -1, List.of(-2.0, 0.5), List.of(), "open")))),
                            new Block.Figure(
                                    "steps",
                                    Both.same("steps"),
                                    Both.nothing(),
                                    new Chart.Steps(
                                            Both.same("days"),
                                            Both.same("share"),
                                            List.of(new Chart.Stair(
                                                    Both.same("arm"),
                                                    "model",
                                                    List.of(List.of(0.0, 1.0, 1.0, 1.0))))))))));

    private static String page(Language language) {
        return new String(
                HtmlPage.write(language, new Both("A page", "页面"), new Both("for tests", "测试用"), List.of(SECTION)),
                StandardCharsets.UTF_8);
    }

    private static String bare(String html) {
        return html.replaceAll("(?s)(<(script|style)[^>]*>).*?(</\\2>)", "$1$3");
    }

    @Test
    void textStaysText() throws IOException {
        String page = page(Language.ENGLISH);
        Matcher data = Pattern.compile("(?s)<script type=\"application/json\" id=\"charts\">(.*?)</script>")
                .matcher(page);

        assertThat(bare(page)).contains("&lt;/script&gt;&lt;b onclick=").doesNotContain("<b ");
        assertThat(data.find()).isTrue();
        JsonNode charts = new ObjectMapper().readTree(data.group(1));
        assertThat(charts.at("/forest/differences/0/name/en").textValue()).isEqualTo(EVIL);
        assertThat(charts.at("/forest/type").textValue()).isEqualTo("forest");
        assertThat(charts.at("/steps/stairs/0/points/0/1").doubleValue()).isEqualTo(1);
    }

    @Test
    void aClaimIsCrossedOutAndItsFaultIsNot() {
        assertThat(bare(page(Language.ENGLISH)).replaceAll("\\s+", " "))
                .contains("<del><span lang=\"en\">Claimed.</span><span lang=\"zh-CN\">声称。</span></del> "
                        + "<span lang=\"en\">It is wrong.</span>");
    }

    @Test
    void stepsKeepTheirOrder() {
        String page = bare(page(Language.ENGLISH));

        assertThat(page).contains("<ol class=\"steps\">");
        assertThat(page.indexOf("first")).isLessThan(page.indexOf("second"));
    }

    @Test
    void bothLanguagesStandInEitherAndOneIsShownFirst() {
        String english = page(Language.ENGLISH);
        String chinese = page(Language.CHINESE);

        assertThat(english).contains("data-language=\"en\"", "标题", "Title");
        assertThat(chinese).contains("data-language=\"zh-CN\"", "标题", "Title");
    }

    /** On a laptop the words at the end of a wide table were behind the edge. */
    @Test
    void figuresMayBreakWhereThereIsNoRoomForTheWordsBehindThem() {
        Matcher narrow = Pattern.compile("(?s)@media \\(max-width: (\\d+)px\\) \\{(.*?)\\n\\}")
                .matcher(page(Language.ENGLISH));

        assertThat(narrow.find()).isTrue();
        assertThat(Integer.parseInt(narrow.group(1))).isGreaterThan(1280);
        assertThat(narrow.group(2)).contains("table.even td:not(:last-child) { white-space: normal; }");
    }

    @Test
    void equalContentGivesEqualBytesAndLoadsNothing() {
        String page = page(Language.ENGLISH);
        String own = page.replaceAll("(?s)<script>.*?</script>", "");

        assertThat(page(Language.ENGLISH)).isEqualTo(page);
        assertThat(own).contains("default-src 'none'").doesNotContain("://", "<link", "src=", "url(", "@import");
    }

    /** The script has a function for every kind of picture. */
    @Test
    void everyKindOfPictureCanBeDrawn() {
        Matcher kinds = Pattern.compile("const KINDS = \\{([^}]*)\\}").matcher(page(Language.ENGLISH));

        assertThat(kinds.find()).isTrue();
        assertThat(kinds.group(1).split(", ", -1))
                .hasSize(Chart.class.getPermittedSubclasses().length)
                .contains("forest: forest", "steps: steps");
    }

    @Test
    void manyColumnsOfWordsDoNotBreakFigures() {
        List<Both> head = List.of(
                Both.same("1"),
                Both.same("2"),
                Both.same("3"),
                Both.same("4"),
                Both.same("5"),
                Both.same("6"),
                Both.same("7"));

        assertThat(new Block.Table(head, List.of(head), true).kind()).isEqualTo("words even");
        assertThat(new Block.Table(head, List.of(head), false).kind()).isEqualTo("figures");
        assertThat(Block.Table.endingInWords(head, List.of(head)).kind()).isEqualTo("figures ended");
        assertThat(new Block.Table(head.subList(0, 2), List.of(), true).kind()).isEqualTo("words");
    }
}
