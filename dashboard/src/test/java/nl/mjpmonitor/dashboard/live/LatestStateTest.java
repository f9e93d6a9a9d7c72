package nl.mjpmonitor.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestStateTest {

    private final LatestState<String> state = new LatestState<>("nothing");
    private final List<String> shown = new ArrayList<>();

    @Test
    void whoFollowsGetsWhatHoldsAndThenEverythingNew() {
        state.tell("first");
        state.follow(shown::add);
        state.tell("second");
        state.tell("second");
        state.tell("third");

        assertThat(shown).containsExactly("first", "second", "third");
    }

    @Test
    void whatIsToldWhileTheFirstIsShownIsNotMissedAndComesOnce() {
        state.follow(news -> {
            shown.add(news);
            if (news.equals("nothing")) {
                state.tell("meanwhile");
            }
        });
        state.tell("later");

        assertThat(shown).containsExactly("nothing", "meanwhile", "later");
    }

    @Test
    void whoShowsTheFirstSlowlyKeepsNobodyFromTheNews() {
        List<String> others = new ArrayList<>();
        state.follow(others::add);
        state.follow(news -> {
            if (shown.isEmpty()) {
                state.tell("news");
                assertThat(others).containsExactly("nothing", "news");
            }
            shown.add(news);
        });

        assertThat(shown).containsExactly("nothing", "news");
    }

    @Test
    void whoLeftGetsNothing() {
        Subscription subscription = state.follow(shown::add);
        assertThat(state.isFollowed()).isTrue();
        subscription.end();
        subscription.end();
        state.tell("news");

        assertThat(shown).containsExactly("nothing");
        assertThat(state.isFollowed()).isFalse();
    }
}
