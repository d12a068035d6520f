// The least that a native .NET program costs: what the benchmarks compare ours with.
return 0;
