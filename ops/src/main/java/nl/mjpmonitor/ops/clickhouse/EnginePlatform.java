package nl.mjpmonitor.ops.clickhouse;

import java.util.Locale;
import java.util.Optional;

/**
 * The machines the embedded engine is published for.
 *
 * <p>Only an integrity that was seen to work is pinned; on the other machines the owner states it, see
 * {@link EngineLibrary#INTEGRITY_VARIABLE}.
 */
enum EnginePlatform {
    LINUX_X64(
            "linux-x64-gnu",
            "libchdb.so",
            "sha512-XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw=="),
    LINUX_ARM64("linux-arm64-gnu", "libchdb.so", ""),
    MAC_X64("darwin-x64", "libchdb.dylib", ""),
    MAC_ARM64("darwin-arm64", "libchdb.dylib", "");

    private final String suffix;
    private final String libraryName;
    private final String integrity;

    EnginePlatform(String suffix, String libraryName, String integrity) {
        this.suffix = suffix;
        this.libraryName = libraryName;
        this.integrity = integrity;
    }

    /** The platform of a machine, in the words of the system properties {@code os.name} and {@code os.arch}. */
    static Optional<EnginePlatform> of(String system, String architecture) {
        boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
        boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("linux")) {
            return choose(arm, LINUX_ARM64, intel, LINUX_X64);
        }
        return lower.startsWith("mac") ? choose(arm, MAC_ARM64, intel, MAC_X64) : Optional.empty();
    }

    String packageName() {
        return "@chdb/lib-" + suffix;
    }

    String suffix() {
        return suffix;
    }

    String libraryName() {
        return libraryName;
    }

    Optional<String> integrity() {
        return integrity.isEmpty() ? Optional.empty() : Optional.of(integrity);
    }

    private static Optional<EnginePlatform> choose(
            boolean arm, EnginePlatform onArm, boolean intel, EnginePlatform onIntel) {
        if (arm) {
            return Optional.of(onArm);
        }
        return intel ? Optional.of(onIntel) : Optional.empty();
    }
}
