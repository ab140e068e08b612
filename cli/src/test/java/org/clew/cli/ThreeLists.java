package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A helpline, a shelter and a clinic, each with its own list; and a coordinator.
abstract class ThreeLists {

  static final List<String> MEMBERS = List.of("harbour", "lantern", "bridge");

  @TempDir Path folder = Path.of("");
  Shell shell = new Shell(Path.of(""));
  final Map<String, Integer> pooled = new TreeMap<>();

  @BeforeEach
  void writeTheLists() throws IOException {
    shell = new Shell(folder);
    for (int member = 0; member < 3; member++) {
      var list = new StringBuilder("name,sex,place,work\n");
      for (int i = 0; i < 400 + 100 * member; i++) {
        String sex = i % 3 == 0 ? "m" : "f";
        String place = List.of("NPL", "QAT", "GBR").get((i + member) % (2 + i % 2));
        String work = i % 5 < 2 + member % 2 ? "farm" : "ship";
        list.append("Person %d,%s,%s,%s\n".formatted(i, sex, place, work));
        for (String selections :
            List.of("sex:" + sex, "place:" + place, "place:%s;sex:%s".formatted(place, sex))) {
          pooled.merge(selections, 1, Integer::sum);
        }
      }
      shell.write(MEMBERS.get(member) + ".csv", list.toString());
    }
    shell.release("codebook", "harbour.csv", "--out", "c.json");
    shell.write("c.json", shell.read("c.json").replace("READ_OFF", "PUBLIC"));
    for (String member : MEMBERS) {
      assertThat(join(member)).isZero();
    }
  }

  String at(String name) {
    return folder.resolve(name).toString();
  }

  int join(String member) {
    return shell.release(
        "federated",
        "join",
        "--name",
        "The " + member,
        "--out",
        member + ".json",
        "--state",
        at(member));
  }

  int plan(Object... more) {
    var words =
        new ArrayList<Object>(
            List.of("federated", "plan", "harbour.json", "lantern.json", "bridge.json"));
    words.addAll(List.of("--codebook", "c.json", "--out", "plan.json"));
    words.addAll(List.of(more));
    return shell.release(words.toArray());
  }

  int plan() {
    return plan("--epsilon", "4", "--most-organisations", "1");
  }

  String check(String member) {
    int exit =
        shell.release(
            "federated", "check", "plan.json", "--codebook", "c.json", "--state", at(member));
    assertThat(exit).as(shell.said()).isZero();
    Matcher told = Pattern.compile("Fingerprint: ([0-9a-f ]{39})\\.").matcher(shell.answered());
    assertThat(told.find()).isTrue();
    return told.group(1);
  }

  int contribute(String member, String fingerprint, String out, Object... more) {
    var words =
        new ArrayList<Object>(
            List.of("federated", "contribute", member + ".csv", "--fingerprint", fingerprint));
    words.addAll(List.of("--plan", "plan.json", "--codebook", "c.json", "--state", at(member)));
    words.addAll(List.of("--out", at(out)));
    words.addAll(List.of(more));
    return shell.release(words.toArray());
  }

  int contribute(String member) {
    return contribute(member, check(member), member + ".clew");
  }

  int total(String... files) {
    var words = new ArrayList<Object>(List.of("federated", "total"));
    for (String file : files) {
      words.add(at(file));
    }
    words.addAll(List.of("--plan", "plan.json", "--codebook", "c.json", "--out", at("out")));
    return shell.release(words.toArray());
  }

  String written(String file) throws IOException {
    return Files.readString(folder.resolve("out").resolve(file));
  }
}
