package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {

    @TempDir
    Path folder;

    private Home home = new Home(Path.of(""), Path.of(""), Path.of(""));

    @BeforeEach
    void makeState() throws IOException {
        home = new Home(folder, folder.resolve("state"), folder.resolve("cache"));
        home.createState();
    }

    @ParameterizedTest
    @EnumSource
    void aStateRemembersItsShape(Shape shape) throws IOException {
        shape.claim(home);
        shape.claim(home);

        assertThat(Shape.of(home)).isEqualTo(shape);
    }

    @Test
    void aStateOfAnotherShapeIsRefusedWithWhatToDo() throws IOException {
        Shape.CLUSTER.claim(home);

        assertThatThrownBy(() -> Shape.SINGLE.claim(home))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("made by ops/run --cluster")
                .hasMessageContaining("--fresh")
                .hasMessageContaining("MJP_STATE");
        assertThat(Shape.of(home)).isEqualTo(Shape.CLUSTER);
    }

    @Test
    void aStateFromBeforeThereWereShapesIsSingle() throws IOException {
        Files.createDirectories(home.folder("kafka").resolve("data"));

        assertThat(Shape.of(home)).isEqualTo(Shape.SINGLE);
        assertThatThrownBy(() -> Shape.CLUSTER.claim(home)).hasMessageContaining("made by ops/run:");
        Shape.SINGLE.claim(home);
        assertThat(Shape.of(home)).isEqualTo(Shape.SINGLE);
    }

    @Test
    void somethingElseIsNoShape() throws IOException {
        Files.writeString(home.state().resolve("shape"), "round");

        assertThatThrownBy(() -> Shape.of(home)).hasMessageContaining("names no shape");
    }
}
