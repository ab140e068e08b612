package org.clew.platform.web;

import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/// Routes that go wrong in every way, under `/` for people and under `/api/` for machines.
@Controller
final class TroubleRoutes {

  record Body(int number) {}

  @GetMapping({"/trouble/{kind}", "/api/trouble/{kind}"})
  @ResponseBody
  String trouble(@PathVariable String kind) {
    return switch (kind) {
      case "forbidden" -> throw new NotAllowed("TEST");
      case "refused" -> throw new Refused("web.error.incident", "42");
      case "many" -> throw new TooMany(Duration.ofSeconds(90));
      case "personal" -> throw new IllegalStateException("Key (email)=(amina@example.org) exists");
      case "none" -> kind;
      default -> throw new NotFound();
    };
  }

  @GetMapping({"/trouble/id/{id}", "/api/trouble/id/{id}"})
  @ResponseBody
  String byId(@PathVariable UUID id) {
    if (id.version() != 0) {
      throw new NotFound();
    }
    return "found";
  }

  @GetMapping("/trouble/number")
  @ResponseBody
  String number(@RequestParam int number) {
    return "number " + number;
  }

  @PostMapping({"/trouble/body", "/api/trouble/body"})
  @ResponseBody
  String body(@RequestBody Body body) {
    return "number " + body.number();
  }

  @PostMapping({"/trouble/file", "/api/trouble/file"})
  @ResponseBody
  String file(@RequestParam MultipartFile file) {
    return "size " + file.getSize();
  }

  @PostMapping("/trouble/words")
  @ResponseBody
  String words(@RequestParam String words) {
    return "length " + words.length();
  }
}
