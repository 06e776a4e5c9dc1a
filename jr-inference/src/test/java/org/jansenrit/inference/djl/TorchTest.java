package org.jansenrit.inference.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TorchTest {

  /** Loads the engine in a process of its own, whose class path has no natives. */
  static final class WithoutNatives {
    private WithoutNatives() {}

    public static void main(String[] arguments) {
      try {
        Torch.engine();
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void missingNativesAreNamedAndNotDownloaded(@TempDir Path cache) throws Exception {
    String output = run(cache);
    assertTrue(output.contains("PyTorch's native library did not load on "), output);
    assertTrue(output.contains("ai.djl.pytorch:pytorch-native-cpu:2.7.1"), output);
  }

  /** Loads the engine and fills an array, as training does. */
  static final class Fills {
    private Fills() {}

    public static void main(String[] arguments) {
      try (NDManager manager = Torch.newManager()) {
        manager.create(1f).set(new float[] {2});
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theEngineSaysNothing() throws Exception {
    assertEquals("", output(Fills.class, classPath(), Map.of()));
  }

  private static String run(Path cache) throws IOException, InterruptedException {
    String some =
        Arrays.stream(classPath().split(File.pathSeparator, -1))
            .filter(entry -> !entry.contains("pytorch-native"))
            .collect(Collectors.joining(File.pathSeparator));
    return output(
        WithoutNatives.class,
        some,
        Map.of("DJL_CACHE_DIR", cache.toString(), "ENGINE_CACHE_DIR", cache.toString()));
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static String output(Class<?> program, String classPath, Map<String, String> environment)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(java, "-cp", classPath, program.getName()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  @Test
  void loadingLeavesTheOfflineSettingAsItWas() {
    String before = System.getProperty("ai.djl.offline");
    Torch.engine();
    assertEquals(before, System.getProperty("ai.djl.offline"));
    assertTrue(Torch.threads() >= 1);
  }
}
