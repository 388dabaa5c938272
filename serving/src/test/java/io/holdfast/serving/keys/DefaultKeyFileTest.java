package io.holdfast.serving.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultKeyFileTest {
    private static Path in(Map<String, String> environment) {
        return KeyStore.defaultFile(environment, "/java/home");
    }

    @Test
    void followsTheEnvironmentBeforeJava() {
        Path ofJava = Path.of("/java/home/.config/holdfast/keys.json");

        assertThat(in(Map.of())).isEqualTo(ofJava);
        assertThat(in(Map.of("HOME", ""))).isEqualTo(ofJava);
        assertThat(in(Map.of("HOME", "/home/me"))).isEqualTo(Path.of("/home/me/.config/holdfast/keys.json"));
        assertThat(in(Map.of("HOME", "/home/me", "XDG_CONFIG_HOME", "/settings")))
                .isEqualTo(Path.of("/settings/holdfast/keys.json"));
    }

    @Test
    void aRelativeFolderOfSettingsIsPassedOver() {
        assertThat(in(Map.of("HOME", "/home/me", "XDG_CONFIG_HOME", "settings")))
                .isEqualTo(Path.of("/home/me/.config/holdfast/keys.json"));
    }
}
