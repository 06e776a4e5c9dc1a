package org.jansenrit.core.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jansenrit.core.file.FileFailure;
import org.jansenrit.core.model.Parameter;

/**
 * What a fitted thing is made of, so that it can be saved: a tree of named texts, numbers and
 * arrays. Immutable; each {@code with} returns a copy.
 *
 * <p>On disk it is one NPZ file: {@code meta.json} has texts and numbers, each array is an entry of
 * its own, named by its place in the tree. Doubles and floats keep all their bits.
 *
 * <pre>{@code
 * Archive.of("scaling").with("unit", "uV").with("mean", new double[] {1.5, 2.5}, 2)
 * }</pre>
 *
 * <p>What reads an archive says which kind and shape it expects; an {@link IOException} names what
 * is missing or different.
 */
public final class Archive {
  private final JsonObject json;
  private final Map<String, NpyArray> arrays; // by place, from here on: "network/weights"

  Archive(JsonObject json, Map<String, NpyArray> arrays) {
    this.json = json;
    this.arrays = arrays;
  }

  /**
   * Makes a thing of what is in an archive.
   *
   * @param <T> the kind of thing
   */
  @FunctionalInterface
  public interface Reader<T> {

    /**
     * {@return the thing}
     *
     * @param archive what the thing was saved as
     * @throws IOException if the archive has no such thing
     */
    T read(Archive archive) throws IOException;
  }

  /**
   * {@return an archive of a thing of some kind, with nothing else in it yet}
   *
   * @param kind what reads it back asks for: {@code "ridge"}
   */
  public static Archive of(String kind) {
    return new Archive(new JsonObject(ArchiveFile.META, Map.of()), Map.of()).with("kind", kind);
  }

  /**
   * {@return this with a text}
   *
   * @param name what it is read back by
   * @param text any text
   */
  public Archive with(String name, String text) {
    return put(name, text);
  }

  /**
   * {@return this with a whole number}
   *
   * @param name what it is read back by
   * @param number from 0 on, if {@link #count} is to read it
   */
  public Archive with(String name, int number) {
    return put(name, number);
  }

  /**
   * {@return this with a number, all of its bits}
   *
   * @param name what it is read back by
   * @param number finite
   * @throws IllegalArgumentException if it is not finite
   */
  public Archive with(String name, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(
          "only finite numbers are saved, but " + name + " was " + number);
    }
    return put(name, number);
  }

  /**
   * {@return this with a yes or no}
   *
   * @param name what it is read back by
   * @param flag true for yes
   */
  public Archive with(String name, boolean flag) {
    return put(name, flag);
  }

  /**
   * {@return this with texts or whole numbers, in order}
   *
   * @param name what they are read back by
   * @param values all of one kind; copied
   */
  public Archive with(String name, List<?> values) {
    return put(name, List.copyOf(values));
  }

  /**
   * {@return this with parameters, with units and ranges}
   *
   * @param name what they are read back by
   * @param parameters in order
   */
  public Archive withParameters(String name, List<Parameter> parameters) {
    return put(name, ShapeJson.of(parameters));
  }

  /**
   * {@return this with the shape of observations, with names and units, but none of their values}
   *
   * @param name what it is read back by
   * @param template observations of that shape
   */
  public Archive with(String name, Observations template) {
    return put(name, ShapeJson.of(template));
  }

  /**
   * {@return this with what made the thing}
   *
   * @param name what it is read back by
   * @param provenance versions, seeds and the like
   */
  public Archive with(String name, Provenance provenance) {
    return put(name, provenance.entries());
  }

  /**
   * {@return this with a part that is an archive of its own}
   *
   * @param name what it is read back by
   * @param part what the part is made of
   */
  public Archive with(String name, Archive part) {
    return put(name, part.json.members()).withArrays(name, part);
  }

  /**
   * {@return this with parts, in order}
   *
   * @param name what they are read back by
   * @param parts what each is made of
   */
  public Archive withParts(String name, List<Archive> parts) {
    Archive all = put(name, parts.stream().map(part -> part.json.members()).toList());
    for (int i = 0; i < parts.size(); i++) {
      all = all.withArrays(name + "/" + i, parts.get(i));
    }
    return all;
  }

  /**
   * {@return this with an array in row-major order}
   *
   * @param name what it is read back by
   * @param values as many as the shape says; copied
   * @param shape the lengths along the axes
   * @throws ShapeException if there are more or fewer values than the shape says
   */
  public Archive with(String name, float[] values, int... shape) {
    return with(name, NpyArray.of(name, values, shape));
  }

  /**
   * {@return this with an array in row-major order}
   *
   * @param name what it is read back by
   * @param values as many as the shape says; copied
   * @param shape the lengths along the axes
   * @throws ShapeException if there are more or fewer values than the shape says
   */
  public Archive with(String name, double[] values, int... shape) {
    return with(name, NpyArray.of(name, values, shape));
  }

  private Archive with(String name, NpyArray array) {
    Map<String, NpyArray> more = new TreeMap<>(arrays);
    more.put(name, array);
    return new Archive(json, more);
  }

  private Archive withArrays(String prefix, Archive part) {
    Map<String, NpyArray> more = new TreeMap<>(arrays);
    part.arrays.forEach((name, array) -> more.put(prefix + "/" + name, array));
    return new Archive(json, more);
  }

  private Archive put(String name, Object value) {
    Map<String, Object> members = new LinkedHashMap<>(json.members());
    members.put(name, value);
    return new Archive(new JsonObject(json.path(), members), arrays);
  }

  /**
   * {@return which kind of thing this is of}
   *
   * @throws IOException if it does not say
   */
  public String kind() throws IOException {
    return text("kind");
  }

  /**
   * Refuses a thing of any but one kind.
   *
   * @param expected the kind that is needed
   * @throws IOException if it is of another
   */
  public void requireKind(String expected) throws IOException {
    if (!kind().equals(expected)) {
      throw new IOException(
          json.at("kind") + ": expected \"" + expected + "\", but found \"" + kind() + "\"");
    }
  }

  /**
   * {@return an exception that says that this kind of thing is not known}
   *
   * @param what what was to be read: {@code "prior"}
   * @throws IOException if it does not say of which kind it is
   */
  public IOException unknownKind(String what) throws IOException {
    return new IOException(json.at("kind") + ": there is no " + what + " of kind " + kind());
  }

  /**
   * {@return whether there is a text, number, list or part of this name}
   *
   * @param name as it was added
   */
  public boolean has(String name) {
    return json.members().containsKey(name);
  }

  /**
   * {@return a text}
   *
   * @param name as it was added
   * @throws IOException if it is missing or no text
   */
  public String text(String name) throws IOException {
    return json.text(name);
  }

  /**
   * {@return a finite number}
   *
   * @param name as it was added
   * @throws IOException if it is missing or no such number
   */
  public double number(String name) throws IOException {
    return json.number(name);
  }

  /**
   * {@return a whole number from 0 on}
   *
   * @param name as it was added
   * @throws IOException if it is missing or no such number
   */
  public int count(String name) throws IOException {
    return json.count(name);
  }

  /**
   * {@return a yes or no}
   *
   * @param name as it was added
   * @throws IOException if it is missing, or neither
   */
  public boolean flag(String name) throws IOException {
    return json.flag(name);
  }

  /**
   * {@return texts, in order}
   *
   * @param name as they were added
   * @throws IOException if they are missing, or not all of them texts
   */
  public List<String> texts(String name) throws IOException {
    return json.texts(name);
  }

  /**
   * {@return whole numbers from 0 on, in order}
   *
   * @param name as they were added
   * @throws IOException if they are missing, or not all of them such numbers
   */
  public List<Integer> counts(String name) throws IOException {
    return json.counts(name);
  }

  /**
   * {@return parameters, with units and ranges}
   *
   * @param name as they were added
   * @throws IOException if they are missing, or what there is makes no parameters
   */
  public List<Parameter> parameters(String name) throws IOException {
    return ShapeJson.parameters(json.objects(name));
  }

  /**
   * {@return observations of the shape that was added, none of them}
   *
   * @param name as it was added
   * @throws IOException if it is missing or makes no shape
   */
  public Observations template(String name) throws IOException {
    return ShapeJson.template(json.object(name));
  }

  /**
   * {@return observations of the shape that was added, none of them}
   *
   * @param <X> the kind of observation
   * @param name as it was added
   * @param kind which kind they must be of
   * @throws IOException if it is missing, makes no shape, or is of another kind: features, not time
   *     series
   */
  public <X extends Observations> X template(String name, Class<X> kind) throws IOException {
    Observations template = template(name);
    if (!kind.isInstance(template)) {
      throw new IOException(
          json.at(name) + ": expected " + kind.getSimpleName() + ", but found " + template);
    }
    return kind.cast(template);
  }

  /**
   * {@return what made the thing}
   *
   * @param name as it was added
   * @throws IOException if it is missing, or holds anything but texts
   */
  public Provenance provenance(String name) throws IOException {
    return new Provenance(json.object(name).allTexts());
  }

  /**
   * {@return a part}
   *
   * @param name as it was added
   * @throws IOException if it is missing or no archive
   */
  public Archive part(String name) throws IOException {
    return part(json.object(name), name);
  }

  /**
   * {@return parts, in order}
   *
   * @param name as they were added
   * @throws IOException if they are missing or no archives
   */
  public List<Archive> parts(String name) throws IOException {
    List<JsonObject> objects = json.objects(name);
    Archive[] parts = new Archive[objects.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part(objects.get(i), name + "/" + i);
    }
    return List.of(parts);
  }

  private Archive part(JsonObject members, String place) {
    Map<String, NpyArray> own = new TreeMap<>();
    String prefix = place + "/";
    arrays.forEach(
        (name, array) -> {
          if (name.startsWith(prefix)) {
            own.put(name.substring(prefix.length()), array);
          }
        });
    return new Archive(members, own);
  }

  /** {@return the names of the arrays, those of parts excepted} */
  public Set<String> arrays() {
    Set<String> names = new TreeSet<>(arrays.keySet());
    names.removeIf(name -> name.indexOf('/') >= 0);
    return names;
  }

  /**
   * {@return an array of 32-bit floats, in row-major order}
   *
   * @param name as it was added
   * @param shape the lengths along its axes that are expected
   * @throws IOException if it is missing, damaged, or of another shape
   */
  public float[] floats(String name, int... shape) throws IOException {
    ByteBuffer values = array(name).values(json.at(name), NpyHeader.of("<f4", shape));
    float[] copy = new float[values.remaining() / Float.BYTES];
    values.asFloatBuffer().get(copy);
    return copy;
  }

  /**
   * {@return an array of doubles, in row-major order}
   *
   * @param name as it was added
   * @param shape the lengths along its axes that are expected
   * @throws IOException if it is missing, damaged, or of another shape
   */
  public double[] doubles(String name, int... shape) throws IOException {
    ByteBuffer values = array(name).values(json.at(name), NpyHeader.of("<f8", shape));
    double[] copy = new double[values.remaining() / Double.BYTES];
    values.asDoubleBuffer().get(copy);
    return copy;
  }

  private NpyArray array(String name) throws IOException {
    NpyArray array = arrays.get(name);
    if (array == null) {
      throw new IOException(json.at(name) + ": this array is missing");
    }
    return array;
  }

  /**
   * Writes this archive to {@code file}, whole or not at all.
   *
   * @param file in a directory that is there
   * @param format what the file is, as {@link #load} will ask for
   * @param version of the format, from 1 on
   * @throws UncheckedIOException if that fails, with what was there before untouched
   */
  public void save(Path file, String format, int version) {
    ArchiveFile.write(file, format, version, json, arrays);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param <T> the kind of thing
   * @param file what was saved
   * @param format what the file must be
   * @param newest the newest version of the format that {@code reader} knows; it reads all before
   * @param reader makes a thing of it
   * @return what {@code reader} makes of it
   * @throws UncheckedIOException if there is no such file, it is cut short, damaged, of another
   *     format or a later version, or the reader refuses it; the message names the file
   */
  public static <T> T load(Path file, String format, int newest, Reader<T> reader) {
    try {
      return reader.read(ArchiveFile.read(file, format, newest));
    } catch (IOException e) {
      throw FileFailure.loading(file, e);
    } catch (IllegalArgumentException | ArithmeticException e) { // a value that no thing can have
      throw FileFailure.loading(file, new IOException(e.getMessage(), e));
    }
  }

  /** {@return one line: the kind, and how much there is} */
  @Override
  public String toString() {
    long bytes = arrays.values().stream().mapToLong(NpyArray::size).sum();
    return "Archive[%s, %s, %d bytes]"
        .formatted(json.members().get("kind"), Names.count(arrays.size(), "array"), bytes);
  }
}
