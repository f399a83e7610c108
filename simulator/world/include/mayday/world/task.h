#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace mayday {

template <class T>
class TaskPromise;

/// Everything that waits returns a Task. Parameters by value; references only to what outlives the
/// run. A task begins when it is awaited, or by World::spawn, and hands what it returns or throws
/// to whoever awaits it. Destroying it drops it where it stands.
template <class T>
class [[nodiscard]] Task {
 public:
  using promise_type = TaskPromise<T>;
  using Frame = std::coroutine_handle<promise_type>;

  explicit Task(Frame frame) : frame_(frame) {}
  Task(Task&& other) noexcept : frame_(std::exchange(other.frame_, {})) {}
  Task& operator=(Task&& other) noexcept {
    std::swap(frame_, other.frame_);
    return *this;
  }
  ~Task() {
    if (frame_) frame_.destroy();
  }

  bool await_ready() const noexcept { return false; }
  /// False: it has ended without waiting, and the caller goes on at once.
  bool await_suspend(std::coroutine_handle<> caller) {
    frame_.resume();
    if (frame_.done()) return false;
    frame_.promise().caller = caller;
    return true;
  }
  T await_resume() {
    Task ended = std::move(*this);
    return ended.frame_.promise().take();
  }

 private:
  Frame frame_;
};

/// What the promises of all tasks have in common: who awaits, and what was thrown.
class AnyTaskPromise {
 public:
  /// Goes on with the caller by an ordinary call, however the code was optimised: compilers promise
  /// the tail call of symmetric transfer only where they optimise. The caller may drop the frame.
  struct Return {
    bool await_ready() const noexcept { return false; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> ended) const noexcept {
      std::coroutine_handle<> caller = ended.promise().caller;
      if (caller) caller.resume();
    }
    void await_resume() const noexcept {}
  };

  std::suspend_always initial_suspend() const noexcept { return {}; }
  Return final_suspend() const noexcept { return {}; }
  void unhandled_exception() noexcept { thrown_ = std::current_exception(); }

  std::coroutine_handle<> caller;

 protected:
  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  std::exception_ptr thrown_;
};

template <class T>
class TaskPromise final : public AnyTaskPromise {
 public:
  Task<T> get_return_object() { return Task<T>(Task<T>::Frame::from_promise(*this)); }
  template <class Value>
  void return_value(Value&& value) {
    value_.emplace(std::forward<Value>(value));
  }
  T take() {
    rethrow();
    return std::move(*value_);
  }

 private:
  std::optional<T> value_;
};

template <>
class TaskPromise<void> final : public AnyTaskPromise {
 public:
  Task<void> get_return_object() { return Task<void>(Task<void>::Frame::from_promise(*this)); }
  void return_void() const noexcept {}
  void take() const { rethrow(); }
};

}  // namespace mayday
