package org.clew.platform.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.clew.platform.web.Language;
import org.clew.platform.web.Words;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Tells whoever started the demo as whom they may sign in, below the line that says where.
@Component
@ConditionalOnProperty("clew.demo")
final class DemoNotice {

  private final Words words;
  private final Environment environment;

  DemoNotice(Words words, Environment environment) {
    this.words = words;
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  void say() {
    String port = environment.getProperty("local.server.port");
    if (port != null) {
      System.out.print(text(port));
    }
  }

  /// One click works by this machine's own name only, whatever the public address is.
  String text(String port) {
    List<DemoMember> members = DemoMember.all();
    int wide = widest(members.stream().map(DemoMember::name).toList());
    int name =
        widest(
            members.stream()
                .flatMap(member -> member.workers().stream())
                .map(DemoMember.Worker::name)
                .toList());
    String line = "  %%-%ds  %%-%ds  %%s%n".formatted(wide, name);
    return members.stream()
        .map(member -> lines(line, member))
        .collect(
            Collectors.joining(
                "",
                "Demo sign-ins, one click each, on this machine alone: http://localhost:%s/sign-in%n"
                    .formatted(port),
                ""));
  }

  private String lines(String line, DemoMember member) {
    var said = new StringBuilder();
    String organisation = member.name();
    for (DemoMember.Worker worker : member.workers()) {
      String role = words.say(Language.ENGLISH, worker.role().messageKey());
      said.append(line.formatted(organisation, worker.name(), role));
      organisation = "";
    }
    return said.toString();
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElseThrow();
  }
}
