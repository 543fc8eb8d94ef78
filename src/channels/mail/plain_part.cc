#include "channels/mail/plain_part.h"

#include <utility>

namespace mail {
namespace {

/// Blocks of lines with one blank line between them.
class Blocks {
 public:
  void begin() { is_first_line_ = true; }
  void line(const std::string& text) {
    if (is_first_line_ && !text_.empty()) text_ += '\n';
    is_first_line_ = false;
    text_ += text + '\n';
  }
  void paragraph(const std::string& text) {
    begin();
    if (!text.empty()) line(text);
  }
  std::string text() && { return std::move(text_); }

 private:
  std::string text_;
  bool is_first_line_ = true;
};

void add_recording(Blocks& blocks, const Recording& recording) {
  blocks.begin();
  if (recording.link) {
    blocks.line(recording.link->words + ": " + recording.link->url);
  } else {
    blocks.line(recording.title);
  }
  blocks.line(recording.note);
}

}  // namespace

std::string plain_part(const Letter& letter) {
  Blocks blocks;
  for (const std::string& paragraph : letter.paragraphs) blocks.paragraph(paragraph);
  blocks.paragraph(letter.code);
  blocks.paragraph(letter.urgency);
  blocks.begin();
  for (const Detail& detail : letter.details) blocks.line(detail.label + ": " + detail.value);
  if (!letter.message.empty()) {
    blocks.paragraph(letter.message_title + ":");
    // Marked line by line: nobody's words can pass for a line of ours.
    for (const std::string& line : letter.message) blocks.line("> " + line);
    if (!letter.message_note.empty()) blocks.line(letter.message_note);
  }
  if (letter.recording) add_recording(blocks, *letter.recording);
  if (!letter.next.empty()) {
    blocks.paragraph(letter.next_title + ":");
    for (const std::string& line : letter.next) blocks.line("- " + line);
  }
  blocks.paragraph(letter.acknowledge);
  if (letter.open) blocks.paragraph(letter.open->words + ": " + letter.open->url);
  blocks.begin();
  for (const std::string& line : letter.footer) blocks.line(line);
  return std::move(blocks).text();
}

}  // namespace mail
