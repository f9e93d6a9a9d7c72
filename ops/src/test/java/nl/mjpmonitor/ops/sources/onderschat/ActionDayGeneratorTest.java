package nl.mjpmonitor.ops.sources.onderschat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.ops.sources.onderschat.ActionDays.ActionDay;
import nl.mjpmonitor.ops.sources.onderschat.ActionDays.ConversationCount;
import nl.mjpmonitor.ops.sources.onderschat.ActionDays.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionDayGeneratorTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    @ParameterizedTest
    @ValueSource(longs = {20_240_206, 0, 1, 2, 3, 4, 5})
    void makesTheYearThatWasPublishedWhateverTheSeed(long seed) {
        ActionDays stand = ActionDayGenerator.generate(seed, LAST_DAY);

        assertThat(stand.days())
                .filteredOn(day -> day.on().getYear() == 2023 && day.status() == Status.HELD)
                .hasSize(33);
        assertThat(stand.conversations().stream()
                        .filter(count -> count.day().on().getYear() == 2023)
                        .mapToInt(ConversationCount::count)
                        .sum())
                .isEqualTo(350);
        assertThat(stand.signals())
                .filteredOn(signal -> signal.passedOn().getYear() == 2023 && !signal.isWithdrawn())
                .hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-14", "2023-12-31", "2024-07-03", "2026-09-30"})
    void tellsNoOtherPastLater(LocalDate earlier) {
        ActionDays then = ActionDayGenerator.generate(7, earlier);
        ActionDays now = ActionDayGenerator.generate(7, LAST_DAY);

        assertThat(then.days()).isEqualTo(until(now.days(), earlier));
        assertThat(then.signals())
                .isEqualTo(now.signals().stream()
                        .filter(signal -> !signal.passedOn().isAfter(earlier))
                        .toList());
        assertThat(PassedSignal.until(earlier, 7)).isEqualTo(then.signals());
    }

    private static List<ActionDay> until(List<ActionDay> days, LocalDate lastDay) {
        return days.stream().filter(day -> !day.on().isAfter(lastDay)).toList();
    }
}
