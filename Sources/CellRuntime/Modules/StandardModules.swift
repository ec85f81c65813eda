/// The modules of Python's standard library that cells can import.
public enum StandardModules {
    public static var all: [NativeModule] {
        [
            math, random, re, json, itertools, functools, collections, io, os, osPath, pathlib, time, sys, typesModule,
            warnings, socket, copy, operatorModule, contextlib, string, glob, shutil, tempfile, datetime, gc, natives,
            abstract, collectionsABC, numbers, enumModule, dataclasses, reprlib, typing, statistics, heapq, bisect,
            textwrap, pprintModule, csv, fractions, decimal, urllib, urlParse, urlError, base64, binascii, uuid,
            secrets,
            subprocess, timeit, logging, inspect, traceback, importlib, importlibUtil, importlibMetadata, platform,
            hashlib, getpass, fnmatch,
        ]
    }
}

extension ModuleRegistry {
    /// The standard library.
    public static var standard: ModuleRegistry {
        var registry = ModuleRegistry()
        registry.register(StandardModules.all)
        return registry
    }
}
