#include "speech.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace test_support {
namespace {

constexpr std::size_t header_bytes = 44;
constexpr double bytes_per_second = 2 * 8000;
// Words a minute: the speed that espeak-ng and telephone voices have unless told otherwise.
constexpr const char* pace = "175";

}  // namespace

const std::string& Speech::wav_of(const std::string& words, const std::string& language) {
  std::string& wav = kept_[{words, language}];
  if (wav.empty()) wav = spoken(words, language);
  return wav;
}

double Speech::seconds_of(const std::string& words, const std::string& language) {
  if (words.empty()) return 0;
  return static_cast<double>(wav_of(words, language).size() - header_bytes) / bytes_per_second;
}

std::string Speech::spoken(const std::string& words, const std::string& language) const {
  const std::string text = (folder_.path() / "words.txt").string();
  const std::string voice = (folder_.path() / "voice.wav").string();
  const std::string telephone = (folder_.path() / "telephone.wav").string();
  std::ofstream(text) << words;
  const std::string command = "espeak-ng -v " + std::string(language == "es" ? "es-419" : "en-us") +
                              " -s " + pace + " -f '" + text + "' -w '" + voice + "' && sox -V1 '" +
                              voice + "' -r 8000 -b 16 -c 1 '" + telephone + "'";
  if (std::system(command.c_str()) != 0)
    throw std::runtime_error("espeak-ng or sox failed: is script/bootstrap done?");
  std::ifstream in(telephone, std::ios::binary);
  std::string wav(std::istreambuf_iterator<char>(in), {});
  if (wav.size() <= header_bytes) throw std::runtime_error("nothing was spoken of: " + words);
  return wav;
}

}  // namespace test_support
