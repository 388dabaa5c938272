package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerSettingsTest {
    @Test
    void areSafeByDefault() {
        ServerSettings settings = ServerSettings.of(Path.of("telco.bundle"));

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.transport()).isEqualTo(new Transport.Plain());
        assertThat(settings.keys())
                .isInstanceOfSatisfying(
                        KeyPolicy.WhereFileExists.class,
                        where -> assertThat(where.file()).endsWithRaw(Path.of(".config/holdfast/keys.json")));
        assertThat(settings.limits().bodyBytes()).isEqualTo(4 << 20);
        assertThat(settings.limits().stopTime()).isEqualTo(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void refuseAPortThatIsNone(int port) {
        assertThatThrownBy(() -> ServerSettings.of(Path.of("b")).withPort(port))
                .hasMessage("port: " + port + " (expected: 0 to 65535)");
    }

    @Test
    void refuseAnEmptyHost() {
        assertThatThrownBy(() -> ServerSettings.of(Path.of("b")).withHost(" "))
                .hasMessage("host: ' ' (expected: a name or address)");
    }

    @Test
    void refuseLimitsOutOfRange() {
        ServerLimits limits = ServerLimits.defaults();

        assertThatThrownBy(() -> limits.withRequests(0, 1, Duration.ofSeconds(1)))
                .hasMessage("activeRequests: 0 (expected: 1 to 1024)");
        assertThatThrownBy(() -> limits.withRequests(1, -1, Duration.ofSeconds(1)))
                .hasMessage("waitingRequests: -1 (expected: 0 to 1000000)");
        assertThatThrownBy(() -> limits.withRequests(1, 1, Duration.ZERO))
                .hasMessage("waitingTime: PT0S (expected: more than nothing)");
        assertThatThrownBy(() -> limits.withBodies(100, 99, Duration.ofSeconds(1)))
                .hasMessageStartingWith("pendingBodyBytes: 99 (expected: 100 to ");
        assertThatThrownBy(() -> limits.withConnections(0)).hasMessage("connections: 0 (expected: 1 to 100000)");
        assertThatThrownBy(() -> limits.withPatience(Duration.ofSeconds(1), Duration.ofSeconds(-1)))
                .hasMessage("stopTime: PT-1S (expected: more than nothing)");
    }
}
