package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds ports that others hold, before anything is started. */
final class PortCheck {

    /** A port somebody else listens on, and who that is as far as the operating system tells. */
    record BusyPort(PortName name, int number, Optional<String> holder) {

        String sentence() {
            return "Port %d (%s) is in use%s."
                    .formatted(
                            number, name.label(), holder.map(by -> " by " + by).orElse(""));
        }
    }

    private PortCheck() {}

    /** @throws LauncherException naming every port that is taken and how to choose others */
    static void requireFree(Ports ports, Set<PortName> needed) {
        List<BusyPort> busy = busy(ports, needed);
        if (!busy.isEmpty()) {
            PortName first = busy.getFirst().name();
            int other = nextFree(ports, first);
            throw new LauncherException(
                    "%s%nNothing was started. Stop the other program, or choose another port: ops/run --port %s=%d (or set %s=%d)."
                            .formatted(
                                    busy.stream()
                                            .map(BusyPort::sentence)
                                            .collect(Collectors.joining(System.lineSeparator())),
                                    first.label(),
                                    other,
                                    first.variable(),
                                    other));
        }
    }

    private static int nextFree(Ports ports, PortName name) {
        Set<Integer> given = Arrays.stream(PortName.values()).map(ports::port).collect(Collectors.toSet());
        int candidate = ports.port(name) + 1;
        while (candidate < 65535 && (given.contains(candidate) || !isFree(candidate))) {
            candidate++;
        }
        return candidate;
    }

    static List<BusyPort> busy(Ports ports, Set<PortName> needed) {
        List<BusyPort> busy = new ArrayList<>();
        for (PortName name : PortName.values()) {
            if (needed.contains(name) && !isFree(ports.port(name))) {
                busy.add(new BusyPort(name, ports.port(name), holder(ports.port(name))));
            }
        }
        return busy;
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // without this, connections of an earlier run that are still winding down would count as a holder
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> holder(int port) {
        OptionalLong pid = Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
        return pid.isEmpty() ? Optional.empty() : Optional.of(describe(pid.getAsLong()));
    }

    private static String describe(long pid) {
        String command = ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .flatMap(info -> info.commandLine().or(info::command))
                .orElse("a process");
        return "%s (pid %d)".formatted(command.length() > 80 ? command.substring(0, 80) + "…" : command, pid);
    }

    private static OptionalLong fromProc(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            sockets.addAll(sockets(Path.of(table), port));
        }
        if (sockets.isEmpty()) {
            return OptionalLong.empty();
        }
        return ProcessHandle.allProcesses()
                .mapToLong(ProcessHandle::pid)
                .filter(pid -> holdsOne(pid, sockets))
                .findFirst();
    }

    /** The sockets on a local port, as {@code socket:[inode]}; an outgoing connection can hold one just as a server can. */
    private static Set<String> sockets(Path table, int port) {
        String ending = String.format(Locale.ROOT, ":%04X", port);
        try (Stream<String> lines = Files.lines(table, StandardCharsets.US_ASCII)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > 9 && fields[1].endsWith(ending) && !fields[9].equals("0"))
                    .map(fields -> "socket:[" + fields[9] + "]")
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            return Set.of();
        }
    }

    private static boolean holdsOne(long pid, Set<String> sockets) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.anyMatch(descriptor -> {
                try {
                    return sockets.contains(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (IOException e) {
            // another user's process keeps its descriptors to itself
            return false;
        }
    }

    private static OptionalLong fromLsof(int port) {
        try {
            Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return answer.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(answer.lines().findFirst().orElse(answer)));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
