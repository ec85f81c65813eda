class Plugin:
    plugins = []

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.plugin_name = name or cls.__name__.lower()
        Plugin.plugins.append(cls)

class CSV(Plugin, name='comma'):
    pass

class JSON(Plugin):
    pass

print([(p.__name__, p.plugin_name) for p in Plugin.plugins])
try:
    class Bad(Plugin, colour='red'):
        pass
except TypeError as error:
    print(error)
