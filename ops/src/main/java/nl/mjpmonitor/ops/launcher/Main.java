package nl.mjpmonitor.ops.launcher;

import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the launcher. Exit code 0 means done or well, 1 not, 2 a command that was not understood. */
@Command(
        name = "ops",
        description = "Runs MJP-monitor on this machine.",
        subcommands = {
            RunCommand.class,
            StatusCommand.class,
            StopCommand.class,
            LogsCommand.class,
            ReplayCommand.class,
            LiveCommand.class,
            RebuildCommand.class,
            DemoCommand.class,
            ResnapshotCommand.class,
            ReconcileCommand.class,
            RecordCommand.class,
            ResumeCommand.class,
            SavepointCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command))
                .setParameterExceptionHandler((failure, unparsed) -> {
                    failure.getCommandLine().getErr().println(failure.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
    }

    /** What a person can mend is one sentence; anything else is a defect and shows where it came from. */
    private static int explain(Exception failure, CommandLine command) {
        if (failure instanceof LauncherException) {
            command.getErr().println(failure.getMessage());
        } else if (failure instanceof InterruptedException) {
            command.getErr().println("Interrupted.");
        } else if (failure instanceof FileSystemException refused) {
            command.getErr()
                    .println("%s cannot be used by %s%s. A state folder belongs to one user; MJP_STATE names another."
                            .formatted(
                                    refused.getFile(),
                                    System.getProperty("user.name"),
                                    refused.getReason() == null ? "" : " (" + refused.getReason() + ")"));
        } else {
            failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
