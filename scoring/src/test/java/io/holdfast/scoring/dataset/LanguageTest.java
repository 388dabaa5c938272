package io.holdfast.scoring.dataset;

import static io.holdfast.scoring.dataset.Language.CHINESE;
import static io.holdfast.scoring.dataset.Language.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "en, ENGLISH",
        "EN, ENGLISH",
        "en-GB, ENGLISH",
        "en-US-x-twain, ENGLISH",
        "' en ', ENGLISH",
        "zh, CHINESE",
        "zh-CN, CHINESE",
        "zh-cn, CHINESE",
        "zh-HK, CHINESE",
        "zh-Hans-CN, CHINESE",
        "zh-Hant-TW, CHINESE",
        "ZH-hans, CHINESE"
    })
    void matchesByItsPrimarySubtag(String range, Language language) {
        assertThat(Language.match(range)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "de",
                "fr-FR",
                "english",
                "e",
                "en_",
                "en-",
                "-en",
                "en--GB",
                "zh;q=1",
                "yue-HK",
                "客",
                "en-toolongsubtag",
                "*-CN"
            })
    void findsNoLanguageForWhatIsUnknownOrMalformed(String range) {
        assertThat(Language.match(range)).isEmpty();
    }

    @Test
    void takesTheUnderscoresOfLocaleNames() {
        assertThat(Language.match("zh_CN")).contains(Language.CHINESE);
        assertThat(Language.match("zh_Hans_CN")).contains(Language.CHINESE);
        assertThat(Language.match("en_GB")).contains(Language.ENGLISH);
        assertThat(Language.fromAcceptLanguage("zh_CN, en;q=0.5", Language.ENGLISH))
                .isEqualTo(Language.CHINESE);
    }

    @Test
    void takesTheFirstWishThatCanBeFulfilled() {
        assertThat(Language.negotiate(ENGLISH, List.of("de", "zh-HK", "en"))).isEqualTo(CHINESE);
        assertThat(Language.negotiate(CHINESE, List.of("de", "fr"))).isEqualTo(CHINESE);
        assertThat(Language.negotiate(CHINESE, List.of())).isEqualTo(CHINESE);
        assertThat(Language.negotiate(CHINESE, List.of("de", "*", "en"))).isEqualTo(CHINESE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8        | CHINESE",
                "en-GB,en;q=0.9,zh-CN;q=0.8     | ENGLISH",
                "en;q=0.5, zh;q=0.7             | CHINESE",
                "en;q=0.5 , zh ; q=0.5          | ENGLISH",
                "de, fr;q=0.9, zh;q=0.1         | CHINESE",
                "zh;q=0, de                     | ENGLISH",
                "zh;q=0.000, en                 | ENGLISH",
                "zh;q=1.000                     | CHINESE",
                "zh;q=2, en;q=0.1               | ENGLISH",
                "zh;q=-1                        | ENGLISH",
                "zh;q=0.1234                    | ENGLISH",
                "zh;level=1                     | ENGLISH",
                "*                              | ENGLISH",
                "*;q=0.5, zh;q=0.1              | ENGLISH",
                ",,;q=1, zh                     | CHINESE",
                "zh\u0000x                      | ENGLISH",
                "zh, en; q = broken             | CHINESE",
            })
    void honoursTheQualitiesOfAHeader(String header, Language language) {
        assertThat(Language.fromAcceptLanguage(header, ENGLISH)).isEqualTo(language);
    }

    @Test
    void neitherFailsNorTarriesOnAnEndlessHeader() {
        assertThat(Language.fromAcceptLanguage("de,".repeat(1_000_000), CHINESE))
                .isEqualTo(CHINESE);
        assertThat(Language.fromAcceptLanguage("a".repeat(1_000_000), ENGLISH)).isEqualTo(ENGLISH);
        assertThat(Language.fromAcceptLanguage("-".repeat(1_000_000), ENGLISH)).isEqualTo(ENGLISH);
        assertThat(Language.match("en" + "-a".repeat(1_000_000))).isEmpty();
    }
}
