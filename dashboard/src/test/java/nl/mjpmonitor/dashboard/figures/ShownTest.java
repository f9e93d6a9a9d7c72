package nl.mjpmonitor.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void onlyWhatIsOtherIsShown() {
        List<String> made = new ArrayList<>();
        Shown<String> shown = new Shown<>();
        for (String next : List.of("one", "one", "other", "one")) {
            shown.ifOther(next, () -> made.add(next));
        }
        assertThat(made).containsExactly("one", "other", "one");
    }
}
