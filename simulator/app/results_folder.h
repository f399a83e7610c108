#pragma once

#include <string>

namespace mayday {

/// The folder of one run's results, for as long as the run lasts: no other run can have it.
class ResultsFolder {
 public:
  /// Makes the folder and takes it. Results that are there already are moved to `path`/earlier/N: a
  /// drill never writes over another's ledger. EnvironmentError when it cannot, or when another run
  /// has the folder.
  explicit ResultsFolder(const std::string& path);
  ~ResultsFolder();
  ResultsFolder(ResultsFolder&& other) noexcept;
  ResultsFolder& operator=(ResultsFolder&&) = delete;

 private:
  int lock_ = -1;
};

}  // namespace mayday
