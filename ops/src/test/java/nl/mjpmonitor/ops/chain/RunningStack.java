package nl.mjpmonitor.ops.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.launcher.Home;
import nl.mjpmonitor.ops.launcher.Ports;
import nl.mjpmonitor.ops.launcher.Progress;
import nl.mjpmonitor.ops.launcher.Stack;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a running {@link Stack} to the tests that ask for one. It is started once, on free ports and with a state folder of its own,
 * and stopped after the last test.
 */
final class RunningStack implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RunningStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Stack.class, ignored -> start(), Stack.class);
    }

    private static Stack start() {
        try {
            Home found = Home.discover(System.getenv());
            Home home = found.withState(Path.of("target", "chain-state")).withContracts(copyOf(found.contracts()));
            Stack stack = Stack.open(home, Ports.free(), Progress.to(System.out), true);
            try {
                stack.start();
            } catch (Exception e) {
                stack.close();
                throw e;
            }
            return stack;
        } catch (Exception e) {
            throw new IllegalStateException("The stack could not be started: " + e.getMessage(), e);
        }
    }

    /** Contracts that a test may mend without touching the project's own. */
    private static Path copyOf(Path contracts) throws IOException {
        Path copy = Path.of("target", "chain-contracts");
        try (Stream<Path> files = Files.walk(contracts)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(contracts.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return copy;
    }
}
