package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MediaTypesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | true",
                "Application/JSON | true",
                "application/json; charset=utf-8 | true",
                "application/json;charset=\"UTF-8\";version=1 | true",
                "application/json; charset=latin1 | false",
                "application/json, application/json | false",
                "application/json+x | false",
                "text/json | false",
                "'' | false",
                "; | false"
            })
    void knowJsonInUtf8(String contentType, boolean expected) {
        assertThat(MediaTypes.isJson(contentType)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | true",
                "*/* | true",
                "application/* | true",
                "text/html, application/xhtml+xml, */*;q=0.8 | true",
                "application/json;q=0.001 | true",
                "application/json;q=0 | false",
                "application/json;q=0.000, */* | false",
                "*/*, application/*;q=0 | false",
                "*/*;q=0 | false",
                "text/* | false",
                "application/jso | false",
                "application/jsonx | false",
                "application/json;q=nonsense | true",
                "application/json; charset=utf-8 | true",
                ",, | false"
            })
    void knowWhatAClientAccepts(String accept, boolean expected) {
        assertThat(MediaTypes.isAccepted(accept, MediaTypes.JSON)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | true",
                "text/html | true",
                "text/* | true",
                "*/* | false",
                "application/json | false",
                "application/json, text/html | false",
                "application/json;q=0.5, text/html | true",
                "text/html;q=0.5, application/json | false",
                "text/html;q=0, */*;q=0.1 | false",
                "'' | false"
            })
    void knowWhoWouldRatherHaveAPage(String accept, boolean expected) {
        assertThat(MediaTypes.prefersPage(accept)).isEqualTo(expected);
    }
}
