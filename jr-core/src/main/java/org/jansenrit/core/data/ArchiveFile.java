package org.jansenrit.core.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jansenrit.core.file.Json;
import org.jansenrit.core.file.WholeFile;

/** An {@link Archive} on disk: an NPZ file with texts and numbers in an entry of their own. */
final class ArchiveFile {
  static final String META = "meta.json";
  private static final String NPY = ".npy";

  private ArchiveFile() {}

  static void write(
      Path file, String format, int version, JsonObject json, Map<String, NpyArray> arrays) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("format", format);
    members.put("version", version);
    members.putAll(json.members());
    byte[] meta = Json.write(members).getBytes(UTF_8);
    WholeFile.write(file, out -> write(meta, arrays, out));
  }

  private static void write(byte[] meta, Map<String, NpyArray> arrays, OutputStream out)
      throws IOException {
    var npz = new NpzWriter(out);
    npz.store(META, to -> to.write(meta));
    for (var array : arrays.entrySet()) {
      npz.store(array.getKey() + NPY, array.getValue()::writeTo);
    }
    npz.finish();
  }

  static Archive read(Path file, String format, int newest) throws IOException {
    try (NpzFile npz = NpzFile.open(file)) {
      JsonObject json = JsonObject.parse(META, new String(npz.read(META), UTF_8));
      requireVersion(json, format, newest);
      Map<String, NpyArray> arrays = new TreeMap<>();
      for (String entry : npz.names()) {
        if (entry.endsWith(NPY)) {
          String name = entry.substring(0, entry.length() - NPY.length());
          arrays.put(name, new NpyArray(npz.read(entry)));
        }
      }
      return new Archive(json, arrays);
    }
  }

  private static void requireVersion(JsonObject json, String format, int newest)
      throws IOException {
    if (!json.text("format").equals(format)) {
      throw new IOException("it is a %s, not a %s".formatted(json.text("format"), format));
    }
    int version = json.count("version");
    if (version < 1 || version > newest) {
      throw new IOException(
          "it is of version %d, but this library reads versions 1 to %d; was it written by a later"
                  .formatted(version, newest)
              + " one?");
    }
  }
}
