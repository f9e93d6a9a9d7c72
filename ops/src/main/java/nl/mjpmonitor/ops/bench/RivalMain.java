package nl.mjpmonitor.ops.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import nl.mjpmonitor.ops.clickhouse.chdb.Chdb;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbConnection;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbException;

/**
 * The embedded engine alone, without the gateway and its restrictions: a statement a line on standard input, an answer a line on
 * standard output, with tabs and line breaks in it escaped. Ends with its input.
 */
final class RivalMain {

    /** The engine runs statements on the calling thread, and wants a large stack. */
    private static final long STACK_BYTES = 16L << 20;

    private RivalMain() {}

    /** Serves statements; the arguments are the engine's library and its data folder. */
    public static void main(String[] arguments) throws InterruptedException {
        Thread engine = new Thread(null, () -> serve(Path.of(arguments[0]), arguments[1]), "engine", STACK_BYTES);
        engine.start();
        engine.join();
        // threads of the engine that follow a source would keep the process alive
        Runtime.getRuntime().halt(0);
    }

    private static void serve(Path library, String data) {
        PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (ChdbConnection connection = Chdb.load(library).connect(List.of("--path=" + data));
                BufferedReader statements =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String statement = statements.readLine(); statement != null; statement = statements.readLine()) {
                answers.println(answer(connection, statement));
                answers.flush();
            }
        } catch (ChdbException | IOException e) {
            answers.println("error " + oneLine(String.valueOf(e.getMessage())));
            answers.flush();
        }
    }

    private static String answer(ChdbConnection connection, String statement) {
        try {
            return "ok " + oneLine(connection.text(statement));
        } catch (ChdbException e) {
            return "error " + oneLine(String.valueOf(e.getMessage()));
        }
    }

    private static String oneLine(String text) {
        return text.replace("\n", "\\n");
    }
}
