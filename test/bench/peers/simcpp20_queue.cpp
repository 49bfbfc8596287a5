// Customers, one process each, through a resource at 0.8 of its capacity, in simcpp20: the work of `queue` in
// ../kernel/work.ts. Prints millions of customers a second of user CPU time, and the mean wait.
//
//   clang++ -O3 -std=c++20 -I simcpp20/include simcpp20_queue.cpp && ./a.out <servers> <customers>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

#include "fschuetz04/simcpp20.hpp"

struct uniform {
  uint32_t state = 2463534242u;

  double next() {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return (state + 0.5) / 4294967296.0;
  }

  double exponential(double mean) { return -mean * std::log(next()); }
};

struct desk {
  simcpp20::resource<> servers;
  uniform draws;
  double waited = 0;
};

simcpp20::process<> customer(simcpp20::simulation<> &sim, desk &at) {
  const double came = sim.now();
  co_await at.servers.request();
  at.waited += sim.now() - came;
  co_await sim.timeout(at.draws.exponential(1));
  at.servers.release();
}

simcpp20::process<> source(simcpp20::simulation<> &sim, desk &at, int servers, int customers) {
  for (int i = 0; i < customers; i++) {
    co_await sim.timeout(at.draws.exponential(1 / (0.8 * servers)));
    customer(sim, at);
  }
}

double user_seconds() {
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  return used.ru_utime.tv_sec + used.ru_utime.tv_usec / 1e6;
}

int main(int, char **argv) {
  const int servers = std::atoi(argv[1]);
  const int customers = std::atoi(argv[2]);
  const double before = user_seconds();
  simcpp20::simulation<> sim;
  desk at{simcpp20::resource<>{sim, static_cast<uint64_t>(servers)}, {}};
  source(sim, at, servers, customers);
  sim.run();
  std::printf("%.4f %.4f\n", customers / (user_seconds() - before) / 1e6, at.waited / customers);
}
