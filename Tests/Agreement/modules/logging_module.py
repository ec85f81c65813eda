import logging, io
out = io.StringIO()
logger = logging.getLogger('app')
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s'))
logger.addHandler(handler)
logger.setLevel(logging.INFO)
logger.propagate = False
logger.debug('hidden')
logger.info('value %d of %s', 5, 'x')
logger.warning('careful')
try:
    1 / 0
except ZeroDivisionError:
    logger.error('failed', exc_info=False)
child = logging.getLogger('app.child')
child.info('from child')
print(out.getvalue().splitlines())
print(logger.level, logging.getLevelName(30), logger.isEnabledFor(logging.DEBUG), child.getEffectiveLevel(), logging.getLogger('app') is logger, child.parent is logger)
